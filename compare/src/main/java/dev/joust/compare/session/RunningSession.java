package dev.joust.compare.session;

import dev.joust.compare.plan.UsageException;
import dev.joust.trial.TrialId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a session has come, as its folder tells.
 *
 * @param name of the session
 * @param planned the trials up to the first look; repeated blocks and later looks add to them
 * @param done the trials that have ended
 * @param last the trial that ended last; none before the first one
 */
public record RunningSession(String name, int planned, int done, Optional<TrialId> last) {

    /** The session in a folder. There is none before its machine is measured, or where the folder holds no session. */
    public static Optional<RunningSession> in(Path folder) {
        try {
            var opened = SessionFolder.open(folder);
            var session = opened.readSession();
            var results = opened.readLastResult();
            return Optional.of(new RunningSession(
                    session.name(),
                    planned(session),
                    results.lines(),
                    results.last().map(Result::id)));
        } catch (UsageException e) {
            return Optional.empty();
        }
    }

    private static int planned(Session session) {
        int arms = session.plan().scenarios().stream()
                .mapToInt(scenario -> scenario.arms().size())
                .sum();
        return arms * session.rounds(session.plan().looks().atLeast());
    }
}
