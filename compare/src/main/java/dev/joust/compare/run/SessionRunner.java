package dev.joust.compare.run;

import dev.joust.compare.machine.ProcessTable;
import dev.joust.compare.machine.ProcessTree;
import dev.joust.compare.machine.ReadingDetail;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.service.ServiceStatsClient;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.ServiceDistance;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Setup;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs the trials of a session that it lacks, round by round. A round is one block of each scenario. After a look only
 * the scenarios that it leaves undecided go on. A session of a shard leaves out the rounds of the others, and has no
 * look before its end. For one thread.
 */
final class SessionRunner {
    private static final int ROUNDS_PER_CALIBRATION = 3;

    private final Session session;
    private final Plan plan;
    private final Looks looks;
    private final SessionTools tools;
    private final SessionResults results;
    private final BlockRunner blocks;
    private final SessionTrials trials;
    private final Recalibrator recalibrator;

    SessionRunner(SessionFolder folder, Session session, SessionTools tools) {
        this.session = session;
        this.plan = session.fullPlan();
        this.looks = session.plan().looks();
        this.tools = tools;
        this.results = SessionResults.read(folder, session);
        this.recalibrator = Recalibrator.of(session, tools, results);
        this.blocks = new BlockRunner(
                session,
                tools.progress(),
                results,
                () -> ProcessTable.read(tools.service().processes()),
                recalibrator);
        this.trials = new SessionTrials(session, plan, tools, folder.scratch().toAbsolutePath());
    }

    /** Runs to the end and judges all results. */
    Judgement run() throws IOException, InterruptedException {
        loadProcessReader();
        var running = plan.scenarios();
        expectMissing(1, looks.atLeast(), running);
        measureCapacities();
        for (int round = 1; round <= looks.blocks() && !running.isEmpty(); round++) {
            if (session.runs(round)) {
                run(round, running);
            }
            if (looks.now(round) && round < looks.blocks()) {
                running = undecided(running, round);
                announce(running, round);
            }
        }
        tools.progress().clear();
        var judgement = results.judge();
        ServiceDistance.of(judgement).forEach(distance -> tools.progress().note(distance.text()));
        return judgement;
    }

    private void measureCapacities() throws IOException, InterruptedException {
        var capacities = new CapacityRound(session, tools.progress(), results);
        if (capacities.missing() > 0) {
            capacities.run(trials.at(restartService(capacities.needsService()), results.capacities()));
        }
    }

    /** The first reading of a process tree loads its classes for 0.3 s, which must not fall into a trial's window. */
    private static void loadProcessReader() {
        ProcessTree.of(ProcessHandle.current().pid()).usage(ReadingDetail.EVERYTHING);
    }

    /**
     * The scenarios that this look leaves undecided. It ignores later blocks, which a resumed session may have; one
     * with a disturbed block among them goes on too.
     */
    private List<Scenario> undecided(List<Scenario> running, int round) {
        var open = results.judgeUpTo(round).open();
        return running.stream()
                .filter(s -> open.contains(s.name()) || results.isDisturbedAfter(s, round))
                .toList();
    }

    private void announce(List<Scenario> undecided, int round) {
        if (!undecided.isEmpty()) {
            int until = looks.until(round + 1);
            expectMissing(round + 1, until, undecided);
            tools.progress()
                    .note(String.format(
                            Locale.ROOT,
                            "undecided after %d blocks, so up to %d follow: %s",
                            round,
                            until,
                            undecided.stream().map(Scenario::name).collect(Collectors.joining(", "))));
        }
    }

    /** Adds the trials that these rounds lack. Blocks that are then repeated are added when they are. */
    private void expectMissing(int from, int to, List<Scenario> running) {
        IntStream.rangeClosed(from, to)
                .filter(session::runs)
                .boxed()
                .flatMap(round -> missingBlocks(round, running).stream())
                .forEach(block -> tools.progress()
                        .expect(
                                block.scenario().arms().size(),
                                ExpectedTime.of(block.scenario(), session.plan().profile())));
    }

    private List<Plan.Block> missingBlocks(int round, List<Scenario> running) {
        return plan.round(round).stream()
                .filter(block -> running.contains(block.scenario()) && results.isMissing(block))
                .toList();
    }

    private void run(int round, List<Scenario> running) throws IOException, InterruptedException {
        var missing = missingBlocks(round, running);
        if (missing.isEmpty()) {
            return;
        }
        var trialsOfRound = trials.at(
                restartService(missing.stream()
                        .anyMatch(block -> block.scenario().workload().needsService())),
                results.capacities());
        for (var block : missing) {
            blocks.run(block, trialsOfRound);
        }
        if (session.rounds(round) % ROUNDS_PER_CALIBRATION == 0 && looks.judges()) {
            recalibrator.afterRound(round);
        }
    }

    private URI restartService(boolean needed) throws IOException, InterruptedException {
        if (!needed) {
            return Setup.NOWHERE;
        }
        var address = tools.service().restart();
        new ServiceStatsClient(address).warmUp();
        return address;
    }
}
