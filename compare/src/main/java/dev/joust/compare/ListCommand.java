package dev.joust.compare;

import dev.joust.scenario.Arm;
import dev.joust.trial.Models;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code joust list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the models, the scenarios and their claims.")
final class ListCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var models = Models.found().names();
        System.out.println("models: " + String.join(", ", models));
        for (var scenario : new ScenarioFiles(Home.scenarios(), models).read(List.of())) {
            System.out.printf("%n%s: %s%n", scenario.name(), scenario.question());
            System.out.println("  arms: "
                    + String.join(", ", scenario.arms().stream().map(Arm::name).toList()));
            scenario.judging().claims().forEach(claim -> System.out.printf("  claim: %s%n", claim));
        }
        return 0;
    }
}
