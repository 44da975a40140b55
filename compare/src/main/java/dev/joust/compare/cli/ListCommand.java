package dev.joust.compare.cli;

import dev.joust.compare.plan.Foreign;
import dev.joust.compare.plan.Home;
import dev.joust.compare.plan.Roster;
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
        versionProvider = Version.class,
        description =
                "Lists the models, the scenarios and their claims, and whether models in other languages can run here.")
public final class ListCommand implements Callable<Integer> {

    @Mixin
    private final Executables executables = new Executables();

    @Override
    public Integer call() {
        var roster = Roster.found();
        var programs = executables.byRuntime();
        roster.checkRuntimes(programs.keySet());
        System.out.println("models: " + String.join(", ", roster.onJvm()));
        for (var runtime : roster.runtimes()) {
            var foreign = Foreign.of(runtime, Optional.ofNullable(programs.get(runtime.name())));
            System.out.printf(
                    "models on %s: %s%n  %s%n",
                    runtime.name(), String.join(", ", foreign.models()), foreign.whereabouts());
        }
        for (var scenario : new ScenarioFiles(Home.scenarios(), roster.models()).own()) {
            System.out.printf("%n%s: %s%n", scenario.name(), scenario.question());
            System.out.println("  arms: "
                    + String.join(", ", scenario.arms().stream().map(Arm::name).toList()));
            scenario.judging().claims().forEach(claim -> System.out.printf("  claim: %s%n", claim));
        }
        return 0;
    }
}
