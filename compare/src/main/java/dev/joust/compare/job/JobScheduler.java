package dev.joust.compare.job;

import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UsageException;
import java.util.Locale;

/** What starts the tasks. */
public enum JobScheduler {
    /** An indexed job, one pod per shard. */
    KUBERNETES("kubernetes.yaml", Shard.MAX_COUNT),
    /** A job array, one task per shard. */
    SLURM("slurm.sh", Shard.MAX_COUNT),
    /** A workflow of GitHub Actions, one job per shard. A matrix there has 256 jobs at most. */
    GITHUB("github.yaml", 256);

    private final String template;
    private final int maxTasks;

    JobScheduler(String template, int maxTasks) {
        this.template = template;
        this.maxTasks = maxTasks;
    }

    String template() {
        return template;
    }

    /** @throws UsageException when it starts no such number of tasks */
    void check(int shards) {
        if (shards < 1 || shards > maxTasks) {
            throw new UsageException(String.format(
                    Locale.ROOT, "--shards of joust job %s takes 1 to %d, found %d", this, maxTasks, shards));
        }
    }

    /** The name that users write. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
