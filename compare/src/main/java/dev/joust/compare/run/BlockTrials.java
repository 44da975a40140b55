package dev.joust.compare.run;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Arm;
import java.io.IOException;
import java.util.Optional;

/** Runs the trials of a block, one at a time. */
@FunctionalInterface
interface BlockTrials {
    /**
     * Runs the trial of one arm.
     *
     * @param attempt at the block, from 1
     * @param repeat of the trial within the attempt; empty for its first run
     */
    Result run(Plan.Block block, Arm arm, int attempt, Optional<Integer> repeat)
            throws IOException, InterruptedException;
}
