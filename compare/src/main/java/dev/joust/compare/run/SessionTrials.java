package dev.joust.compare.run;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Arm;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import java.net.URI;
import java.nio.file.Path;

/**
 * The trials of a session, each in a process of its own.
 *
 * @param scratch where trials keep the files that they read
 */
record SessionTrials(Session session, Plan plan, SessionTools tools, Path scratch) {

    /**
     * The trials of a round.
     *
     * @param address of the network service
     */
    BlockTrials at(URI address) {
        return (block, arm, attempt) -> {
            var scenario = block.scenario();
            var runner = new TrialRunner(
                    tools.commands().command(arm, scenario.pod()),
                    scenario.workload().needsService(),
                    scenario.pod(),
                    tools.service().processes());
            return runner.run(trial(block, arm, attempt, address));
        };
    }

    private Trial trial(Plan.Block block, Arm arm, int attempt, URI address) {
        var scenario = block.scenario();
        var workload = scenario.workload().on(arm);
        int cores = scenario.cores(session.machine().environment().hardware().usableCores());
        var conditions = new Trial.Conditions(
                new Trial.Host(cores, scratch, tools.commands().calibration(arm)),
                address,
                plan.unitSeed(block),
                session.plan().profile().warmUp(scenario, workload),
                TrialTimeout.of(workload, arm, cores));
        var id = new TrialId(session.name(), scenario.name(), arm.name(), block.number(), attempt);
        return new Trial(id, arm, workload, conditions);
    }
}
