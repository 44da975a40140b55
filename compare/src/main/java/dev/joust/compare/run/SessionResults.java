package dev.joust.compare.run;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Attempts.LastAttempt;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.MeasuredCapacity;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.verdict.BlockDisturbance;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.Judge;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.ResultChecker;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The results of a session so far, in memory and on disk. For one thread. */
final class SessionResults {
    private final SessionFolder folder;
    private final Session session;
    private final Looks looks;
    private final Attempts attempts;
    private final List<MeasuredCapacity> capacities;
    private final ResultChecker checker;

    private SessionResults(SessionFolder folder, Session session) {
        this.folder = folder;
        this.session = session;
        this.looks = session.plan().looks();
        this.attempts = new Attempts(folder.readResults());
        this.capacities = new ArrayList<>(folder.readCapacities());
        this.checker = new ResultChecker(session, folder.readRecalibrations());
    }

    /** Reads what a stopped session has measured; a new session has nothing. */
    static SessionResults read(SessionFolder folder, Session session) {
        return new SessionResults(folder, session);
    }

    /** Writes the result to disk and checks it. */
    Checked add(Scenario scenario, Result result) throws IOException {
        folder.append(result);
        attempts.add(result);
        return checker.check(scenario, result);
    }

    /** Checks a result that is on disk. */
    Checked check(Scenario scenario, Result result) {
        return checker.check(scenario, result);
    }

    /** Whether a result exceeds an analytic limit that rests on a calibration. */
    boolean doubtsCalibration(Scenario scenario, Result result) {
        return checker.doubtsCalibration(scenario, result);
    }

    void add(Recalibration recalibration) throws IOException {
        folder.append(recalibration);
        checker.add(recalibration);
    }

    void add(MeasuredCapacity capacity) throws IOException {
        folder.append(capacity);
        capacities.add(capacity);
    }

    /** The capacities that are known so far. */
    Capacities capacities() {
        return new Capacities(session.plan().scenarios(), List.copyOf(capacities));
    }

    void add(DisturbanceNote note) throws IOException {
        folder.append(note);
    }

    Judgement judge() {
        return new Judge(session, checker).judge(attempts);
    }

    /** Judges the blocks up to this one. */
    Judgement judgeUpTo(int block) {
        return new Judge(session, checker).judge(attempts.upTo(block));
    }

    /**
     * Whether a block has yet to run: its last attempt lacks an arm, or stayed disturbed before a session was stopped.
     * A session that goes on runs such a block once more.
     */
    boolean isMissing(Plan.Block block) {
        return last(block)
                .filter(attempt ->
                        attempt.results().size() == block.scenario().arms().size())
                .filter(attempt -> !looks.judges() || !disturbed(block.scenario(), attempt))
                .isEmpty();
    }

    /** Whether a later block than this one was run before the session was stopped, and stayed disturbed. */
    boolean isDisturbedAfter(Scenario scenario, int block) {
        return attempts.of(scenario.name()).tailMap(block, false).keySet().stream()
                .flatMap(later -> attempts.last(scenario.name(), later).stream())
                .anyMatch(attempt -> disturbed(scenario, attempt));
    }

    private boolean disturbed(Scenario scenario, LastAttempt attempt) {
        return new BlockDisturbance(scenario, session.machine().disturbanceLimits())
                .disturbs(attempt.results().values());
    }

    int attemptsAt(Plan.Block block) {
        return last(block).map(LastAttempt::number).orElse(0);
    }

    int blocks(Scenario scenario) {
        return attempts.of(scenario.name()).size();
    }

    /**
     * How many trials ran again because the machine was disturbed, also before the session was stopped; without those
     * of a block that a resumed session runs anew.
     */
    int repeated(Scenario scenario) {
        return attempts.repeated(scenario.name());
    }

    private Optional<LastAttempt> last(Plan.Block block) {
        return attempts.last(block.scenario().name(), block.number());
    }
}
