package dev.joust.compare.cli;

import dev.joust.compare.job.JobFile;
import dev.joust.compare.job.JobScenarios;
import dev.joust.compare.job.JobScheduler;
import dev.joust.compare.job.ShardedRun;
import dev.joust.compare.job.TaskLimits;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust job}. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Writes the file with which Kubernetes, Slurm or GitHub Actions runs a plan in shards, one per"
                + " machine. It starts nothing. The head of the file says how to start it and how to merge the shards.")
public final class JobCommand implements Callable<Integer> {
    private static final String IMAGE = "joust";
    private static final int CORES = 2;
    private static final String MEMORY = "6Gi";

    @Parameters(index = "0", paramLabel = "SCHEDULER", description = "${COMPLETION-CANDIDATES}.")
    private JobScheduler scheduler;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "SCENARIO",
            description = "The name of one of Joust's scenarios, or a YAML file. Default: all of Joust's own.")
    private List<String> scenarios = List.of();

    @Option(names = "--shards", paramLabel = "N", required = true, description = "The number of shards and machines.")
    private int shards;

    @Option(
            names = "--profile",
            defaultValue = "quick",
            description = "As for run: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Profile profile;

    @Option(names = "--models", split = ",", paramLabel = "MODEL", description = "As for run.")
    private Set<String> models = Set.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the plan, the same for all shards. Default: a random one; it names the job.")
    private Optional<Long> seed;

    @Option(
            names = "--image",
            paramLabel = "NAME",
            description = "kubernetes: the image of Joust, as the nodes name it. Default: " + IMAGE + ".")
    private Optional<String> image;

    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "kubernetes: the whole cores of each pod. Default: " + CORES + ".")
    private Optional<Integer> cores;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "kubernetes: the memory of each pod. Default: " + MEMORY + ".")
    private Optional<String> memory;

    @Mixin
    private final RestOption rest = new RestOption();

    @Mixin
    private final OutputOption out = new OutputOption();

    @Override
    public Integer call() throws IOException {
        if (scheduler != JobScheduler.KUBERNETES && (image.isPresent() || cores.isPresent() || memory.isPresent())) {
            throw new UsageException("--image, --cores and --memory are options of joust job kubernetes");
        }
        var run = new ShardedRun(
                JobScenarios.read(scenarios, models, profile),
                profile,
                seed.orElseGet(() -> new SecureRandom().nextLong(1, SessionOptions.MAX_RANDOM_SEED)),
                shards,
                rest.given());
        var limits = new TaskLimits(image.orElse(IMAGE), cores.orElse(CORES), memory.orElse(MEMORY));
        var text = new JobFile(
                        scheduler, run, limits, out.file().map(Path::toString).orElse("FILE"))
                .text();
        out.write(text);
        return 0;
    }
}
