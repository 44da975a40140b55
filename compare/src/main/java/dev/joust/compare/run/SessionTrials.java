package dev.joust.compare.run;

import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.process.RunningChildren;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.MeasuredCapacity;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Workload;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The trials of a session, each in a process of its own.
 *
 * @param scratch where trials keep the files that they read
 */
record SessionTrials(Session session, Plan plan, SessionTools tools, Path scratch) {

    /**
     * The trials of a round. A trial whose load is a share of a capacity that its arm does not have fails without a
     * process.
     *
     * @param address of the network service
     */
    BlockTrials at(URI address, Capacities capacities) {
        return new InterruptibleTrials(started(address, capacities), RunningChildren.RUNNING);
    }

    private BlockTrials started(URI address, Capacities capacities) {
        return (block, arm, attempt, repeat) -> {
            var scenario = block.scenario();
            var id = new TrialId(session.name(), scenario.name(), arm.name(), block.number(), attempt, repeat);
            var workload = workload(scenario, arm, capacities);
            if (workload.isEmpty()) {
                return withoutCapacity(id, capacities.of(scenario, arm));
            }
            var runner = new TrialRunner(
                    tools.commands().command(arm, scenario.pod()),
                    tools.commands().command(TrialCommands.JVM),
                    scenario.workload().needsService(),
                    scenario.pod(),
                    tools.service().processes(),
                    TrialFollower.NONE);
            var trial = trial(block, arm, workload.get(), id, address);
            var watch = tools.service().watch().filter(_ -> scenario.workload().needsService());
            return watch.isPresent() ? watch.get().around(() -> runner.run(trial)) : runner.run(trial);
        };
    }

    private static Optional<Workload> workload(Scenario scenario, Arm arm, Capacities capacities) {
        var workload = scenario.workload().on(arm);
        return Capacities.needed(scenario)
                ? capacities.rate(scenario, arm).map(rate -> workload.under(((Load.Open) workload.load()).at(rate)))
                : Optional.of(workload);
    }

    private static Result withoutCapacity(TrialId id, Optional<MeasuredCapacity> found) {
        var reason = "it did not run, because its load is a share of a capacity and the model has none"
                + found.flatMap(MeasuredCapacity::failure)
                        .map(why -> ": " + why)
                        .orElse("");
        var unknown = new Disturbance(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Result(
                Result.FORMAT,
                id,
                Optional.empty(),
                Optional.of(new Result.Failure(reason, "")),
                new Result.Outside(Optional.empty(), 0, Optional.empty(), Optional.empty(), unknown));
    }

    private Trial trial(Plan.Block block, Arm arm, Workload workload, TrialId id, URI address) {
        var scenario = block.scenario();
        int cores = scenario.cores(session.machine().environment().hardware().usableCores());
        var conditions = new Trial.Conditions(
                new Trial.Host(cores, scratch, tools.commands().calibration(arm)),
                address,
                plan.unitSeed(block),
                session.plan().profile().warmUp(scenario, workload),
                TrialTimeout.of(workload, arm, cores));
        return new Trial(id, arm.on(Optional.empty()), workload, conditions); // its runtime is this process's business
    }
}
