package dev.joust.compare.job;

import dev.joust.compare.plan.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jobs of one of Joust's own scenarios and the given files. */
final class SampleJob {
    private SampleJob() {}

    static JobFile of(JobScheduler scheduler, int shards, Path... own) {
        var named = Arrays.stream(own).map(file -> new JobScenario(file.toString(), Optional.of(file)));
        return of(scheduler, shards, Set.of(), named.toList());
    }

    static JobFile of(JobScheduler scheduler, int shards, Set<String> models, List<JobScenario> own) {
        var all = new ArrayList<>(List.of(new JobScenario("cpu-bound", Optional.empty())));
        all.addAll(own);
        return new JobFile(
                scheduler,
                new ShardedRun(new JobScenarios(all, models), Profile.QUICK, 4711, shards, Optional.empty()),
                new TaskLimits("registry.example:5000/joust", 2, "6Gi"),
                "joust.job");
    }
}
