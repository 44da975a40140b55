package dev.joust.compare.cli;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.scenario.Arm;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code joust list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description =
                "Lists the models, the scenarios and their claims, and whether models in other languages can run here.")
public final class ListCommand implements Callable<Integer> {

    @Mixin
    private final RuntimeOptions executables = new RuntimeOptions();

    @Override
    public Integer call() {
        var roster = ModelRegistry.found();
        var programs = executables.byRuntime();
        roster.checkRuntimes(programs.keySet());
        System.out.println("models: " + String.join(", ", roster.onJvm()));
        for (var runtime : roster.runtimes()) {
            var runtimes = RuntimeStatus.of(runtime, Optional.ofNullable(programs.get(runtime.name())));
            System.out.printf(
                    "models on %s: %s%n  %s%n",
                    runtime.name(), String.join(", ", runtimes.models()), runtimes.whereabouts());
        }
        for (var scenario : new ScenarioFiles(Distribution.scenarios(), roster.options()).own()) {
            System.out.printf("%n%s: %s%n", scenario.name(), scenario.question());
            System.out.println("  arms: "
                    + String.join(", ", scenario.arms().stream().map(Arm::name).toList()));
            scenario.judging().claims().forEach(claim -> System.out.printf("  claim: %s%n", claim));
        }
        return 0;
    }
}
