package dev.joust.compare.cli;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Runs scenarios, judges their claims and writes the report.",
        footer = {"", "A stopped session goes on with: joust run --resume DIR"})
public final class RunCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "The name of one of Joust's scenarios, or a YAML file. Default: all of Joust's own.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--profile",
            defaultValue = "quick",
            description = "How thorough: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. Of Joust's own scenarios"
                    + " smoke and quick run the four quick models, article and full run all. A file of yours runs all"
                    + " models that it lists.")
    private Profile profile;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "MODEL",
            description = "Runs these models of the chosen scenarios, and no others. Claims about others are not asked."
                    + " The controls always run, and whole.")
    private Set<String> models = Set.of();

    @Mixin
    private final PodOptions pods = new PodOptions();

    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return session.run(profile, ScenarioRequest.of(scenarios, models, pods.pods()));
    }
}
