package dev.joust.compare.cli;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioFiles;
import dev.joust.compare.plan.Selection;
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
        description = "Runs scenarios, judges their claims and writes the report.")
public final class RunCommand implements Callable<Integer>, SessionOptions.Request {

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "A scenario of Joust by its name, or a YAML file. All of Joust's own if none is named.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--profile",
            defaultValue = "quick",
            converter = ProfileConverter.class,
            completionCandidates = ProfileConverter.Labels.class,
            description =
                    "How thorough: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. smoke and quick run a few of the JVM's models, full runs all that a scenario lists, those in other languages too.")
    private Profile profile;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "MODEL",
            description =
                    "Run these models and no others, whatever the profile runs; claims about others are not asked. The controls run whole.")
    private Set<String> models = Set.of();

    @Mixin
    private final PodOptions pods = new PodOptions();

    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return session.run(this);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Selection.Chosen chosen(ModelRegistry roster) {
        roster.checkModels(models);
        var selection = new Selection(profile, models);
        var read = new ScenarioFiles(Distribution.scenarios(), roster.options()).read(scenarios);
        return pods.limited(scenarios.isEmpty() ? selection.ofAll(read) : selection.of(read));
    }
}
