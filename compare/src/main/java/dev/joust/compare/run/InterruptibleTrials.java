package dev.joust.compare.run;

import dev.joust.compare.machine.ChildProcesses;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Arm;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Trials whose failure is a result only when the trial failed by itself. A signal that stops the session ends its
 * children too, and a trial that ends by it has not failed: the session measures it again when it goes on.
 *
 * @param children of the session, which no longer takes any once a signal stops it
 */
record InterruptibleTrials(BlockTrials trials, ChildProcesses children) implements BlockTrials {
    /** How long after a trial's end a signal that ended it may take to reach this process. */
    private static final Duration SIGNAL_GRACE = Duration.ofMillis(200);

    /** @throws InterruptedException when the trial failed and the session is being stopped */
    @Override
    public Result run(Plan.Block block, Arm arm, int attempt, Optional<Integer> repeat)
            throws IOException, InterruptedException {
        var result = trials.run(block, arm, attempt, repeat);
        if (result.failure().isPresent() && children.closedWithin(SIGNAL_GRACE)) {
            throw new InterruptedException("stopped during " + block.scenario().name() + "/" + arm.name());
        }
        return result;
    }
}
