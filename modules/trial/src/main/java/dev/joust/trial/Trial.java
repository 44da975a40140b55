package dev.joust.trial;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Workload;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One run of one scenario on one model in a fresh operating-system process: all that the process is told.
 *
 * @param workload with the arm's factor on CPU work applied
 */
public record Trial(TrialId id, Arm arm, Workload workload, Conditions conditions) {

    /**
     * What is the same for all models of a block.
     *
     * @param service the service's address
     * @param seed the seed of every unit
     * @param timeout how long units may take after the last was sent
     */
    public record Conditions(Host host, URI service, long seed, WarmUp warmUp, Duration timeout) {}

    /**
     * What the machine gives.
     *
     * @param cores how many cores the trial may count on
     * @param scratch a folder for the files that are read
     * @param calibration what a millisecond of CPU is on this arm's runtime
     */
    public record Host(int cores, Path scratch, Calibration calibration) {}
}
