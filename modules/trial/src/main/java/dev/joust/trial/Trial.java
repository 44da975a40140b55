package dev.joust.trial;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Workload;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One run of one arm in a fresh operating-system process: everything that the process is told.
 *
 * @param workload the scenario's work and load, with the arm's factor on CPU time applied
 */
public record Trial(TrialId id, Arm arm, Workload workload, Conditions conditions) {

    /**
     * The conditions that all arms of a block share, calibration aside.
     *
     * @param service the address of the service
     * @param seed the seed from which the seeds of all units are derived
     * @param timeout the longest wait for the next completion before the trial fails
     */
    public record Conditions(Host host, URI service, long seed, WarmUp warmUp, Duration timeout) {}

    /**
     * What the machine offers the trial.
     *
     * @param cores the number of cores that the trial may use
     * @param scratch a folder for the files that {@code file} steps read
     * @param calibration the units of each kernel per millisecond of CPU time on this arm's runtime
     */
    public record Host(int cores, Path scratch, Calibration calibration) {}
}
