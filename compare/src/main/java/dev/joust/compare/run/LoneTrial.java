package dev.joust.compare.run;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A trial that belongs to no session, and that nothing is judged by.
 *
 * @param purpose what it is for, in place of the session's name
 * @param scratch where the trial keeps the files that it reads
 */
record LoneTrial(String purpose, Scenario scenario, Profile profile, Path scratch) {
    /** The same units each time, so that two runs can be laid side by side. */
    static final long SEED = 1;

    /**
     * The trial of an arm.
     *
     * @param address of the network service
     */
    Trial of(Arm arm, Workload workload, Calibration calibration, URI address) {
        int cores = scenario.cores(Runtime.getRuntime().availableProcessors());
        var conditions = new Trial.Conditions(
                new Trial.Host(cores, scratch, calibration),
                address,
                new Plan(List.of(scenario), SEED).unitSeed(new Plan.Block(scenario, 1, List.of(arm))),
                profile.warmUp(scenario, workload),
                TrialTimeout.of(workload, arm, cores));
        return new Trial(new TrialId(purpose, scenario.name(), arm.name(), 1, 1), arm, workload, conditions);
    }
}
