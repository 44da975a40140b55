package dev.joust.compare.cli;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code joust run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Runs scenarios, judges their claims and writes the report.",
        footer = {"", "A stopped session goes on with: joust run --resume DIR"})
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

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
    private final ShardOptions shard = new ShardOptions();

    @Mixin
    private final RemoteOptions remote = new RemoteOptions();

    @Option(
            names = "--until-input-ends",
            description = "Stop as by SIGINT when standard input ends. After a first line, silence of a minute counts"
                    + " as the end. For a run that another machine starts.")
    private boolean untilInputEnds;

    @Mixin
    private final SessionOptions session = new SessionOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var asked = ScenarioRequest.of(scenarios, models, pods.pods());
        if (remote.isAsked()) {
            var given = new GivenOptions(spec.commandLine().getParseResult());
            return new RemoteRun(remote, given, session.folder("")).run(profile, scenarios, asked);
        }
        if (untilInputEnds) {
            InputWatch.start();
        }
        return session.run(profile, asked, shard);
    }
}
