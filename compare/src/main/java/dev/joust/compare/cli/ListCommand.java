package dev.joust.compare.cli;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.ListedScenario;
import dev.joust.compare.plan.LoadText;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.scenario.Arm;
import dev.joust.scenario.PrintableText;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.SweepPoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code joust list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Lists the models, the runtimes and the scenarios; of named scenarios the arms and claims.")
public final class ListCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "The name of one of Joust's scenarios, or a YAML file. Default: one line per scenario.")
    private List<String> names = List.of();

    @Mixin
    private final RuntimeOptions runtimes = new RuntimeOptions();

    @Override
    public Integer call() {
        var registry = ModelRegistry.found();
        registry.checkRuntimes(runtimes.executables().keySet());
        var files = new ScenarioFiles(Distribution.scenarios(), registry.options());
        if (names.isEmpty()) {
            printModels(registry);
            families(files.readOwn().stream(), Scenario::family).forEach(ListCommand::printLine);
            System.out.printf(Locale.ROOT, "%narms and claims of a scenario: joust list SCENARIO%n");
        } else {
            families(files.read(names).stream(), listed -> listed.scenario().family())
                    .forEach(ListCommand::printWhole);
        }
        return 0;
    }

    private void printModels(ModelRegistry registry) {
        print("models: " + String.join(", ", registry.onJvm()));
        for (var runtime : registry.runtimes()) {
            var executable = runtimes.executables().get(runtime.name());
            var status = RuntimeStatus.of(runtime, Optional.ofNullable(executable), List.of());
            print(String.format(Locale.ROOT, "models on %s: %s", runtime.name(), String.join(", ", status.models())));
            print("  " + status.whereabouts());
        }
        System.out.println();
    }

    /** The scenarios of each sweep together, the others alone. */
    private static <T> Collection<List<T>> families(Stream<T> scenarios, Function<T, String> family) {
        return scenarios
                .collect(Collectors.groupingBy(family, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static void printLine(List<Scenario> family) {
        var scenario = family.getFirst();
        print(String.format(Locale.ROOT, "%-20s %s", scenario.family(), scenario.question()));
    }

    private static void printWhole(List<ListedScenario> family) {
        var listed = family.getFirst();
        var scenario = listed.scenario();
        print(String.format(Locale.ROOT, "%s: %s", scenario.family(), scenario.question()));
        scenario.point()
                .ifPresent(point -> print(String.format(
                        Locale.ROOT,
                        "  %s: %s",
                        point.parameter(),
                        joined(family.stream()
                                .flatMap(one -> one.scenario().point().stream())
                                .map(SweepPoint::label)))));
        print("  load: " + new LoadText(scenario.workload().load()));
        print("  arms: " + joined(scenario.arms().stream().map(Arm::name)));
        listed.quick()
                .map(quick -> scenario.arms().stream().map(Arm::name).filter(quick::contains))
                .ifPresent(names -> print("  arms in quick: " + joined(names)));
        family.stream()
                .flatMap(one -> one.scenario().judging().claims().stream())
                .distinct()
                .forEach(claim -> print("  claim: " + claim));
        scenario.point().map(SweepPoint::crossovers).orElse(List.of()).forEach(claim -> print("  claim: " + claim));
    }

    /** Questions, reasons and the answers of programs come from elsewhere. */
    private static void print(String line) {
        System.out.println(PrintableText.line(line));
    }

    private static String joined(Stream<String> names) {
        var text = names.collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text;
    }
}
