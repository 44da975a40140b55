package dev.joust.compare.run;

import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.process.TrialProcess;
import dev.joust.scenario.Arm;
import dev.joust.scenario.HttpAccess;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.Message;
import dev.joust.trial.Setup;
import dev.joust.trial.StartUpCache;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs every model once in a trial process, so that one start-up cache serves all trials alike. Without it a trial of
 * two seconds spends half a second on loading classes.
 *
 * @param models the models that run on the JVM
 * @param scratch an absolute path
 */
record TrialTraining(Set<String> models, Path scratch) implements StartUpCache.Training {
    @Override
    public boolean train(List<String> command, Duration limit) throws IOException, InterruptedException, TrialFailure {
        try (var process = TrialProcess.start(command)) {
            process.carryOut(new Message.TrainCache(rehearsals()), limit, message -> {});
            return process.exitsWithin(limit);
        }
    }

    /** Each model once with a sleep, once with a call to an address that does not answer, and once as a server. */
    private List<Trial> rehearsals() {
        var sleep = work(new Step.Sleep(Duration.ofMillis(1)));
        List<Trial> trials = new ArrayList<>();
        for (var model : models) {
            if (!model.equals(HttpTarget.CLIENT)) {
                trials.add(rehearsal(model, sleep));
                trials.add(rehearsal(model, work(new Step.Call(Duration.ZERO, 1))));
                trials.add(rehearsal(model, sleep.over(new HttpAccess(2, true, 2))));
            }
        }
        return trials;
    }

    private static Workload work(Step step) {
        return new Workload(
                List.of(new WorkClass("rehearsal", 1, List.of(step))), new Load.Batch(new Load.Count(2, false)));
    }

    private Trial rehearsal(String model, Workload workload) {
        var host = new Trial.Host(2, scratch, new Calibration(Map.of()));
        var warmUp = new WarmUp(Duration.ofMillis(10), Duration.ofMillis(5), 1.0);
        return new Trial(
                new TrialId("rehearsal", "rehearsal", model, 1, 1),
                Arm.of(model),
                workload,
                new Trial.Conditions(host, Setup.NOWHERE, 1, warmUp, Duration.ofSeconds(10)));
    }
}
