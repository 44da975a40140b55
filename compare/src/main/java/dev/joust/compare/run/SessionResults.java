package dev.joust.compare.run;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Attempts.LastAttempt;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.Judge;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.ResultChecker;
import dev.joust.scenario.Scenario;
import java.io.IOException;
import java.util.Optional;

/** The results of a session so far, in memory and on disk. For one thread. */
final class SessionResults {
    private final SessionFolder folder;
    private final Session session;
    private final Attempts attempts;
    private final ResultChecker checker;

    private SessionResults(SessionFolder folder, Session session) {
        this.folder = folder;
        this.session = session;
        this.attempts = new Attempts(folder.readResults());
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

    void add(Recalibration recalibration) throws IOException {
        folder.append(recalibration);
        checker.add(recalibration);
    }

    Judgement judge() {
        return new Judge(session, checker).judge(attempts);
    }

    /** Judges the blocks up to this one. */
    Judgement judgeUpTo(int block) {
        return new Judge(session, checker).judge(attempts.upTo(block));
    }

    /** Whether the last attempt at a block has a result of every arm. */
    boolean isWhole(Plan.Block block) {
        return last(block)
                .filter(attempt ->
                        attempt.results().size() == block.scenario().arms().size())
                .isPresent();
    }

    int attemptsAt(Plan.Block block) {
        return last(block).map(LastAttempt::number).orElse(0);
    }

    int blocks(Scenario scenario) {
        return attempts.of(scenario.name()).size();
    }

    /** How many whole blocks were repeated because the machine was disturbed, also before the session was stopped. */
    int repeated(Scenario scenario) {
        return attempts.repeated(scenario.name(), scenario.arms().size());
    }

    private Optional<LastAttempt> last(Plan.Block block) {
        return attempts.last(block.scenario().name(), block.number());
    }
}
