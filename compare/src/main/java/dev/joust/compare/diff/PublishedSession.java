package dev.joust.compare.diff;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.verdict.JudgedSession;
import java.util.Optional;

/** The session that comes with the distribution, as the other side of a comparison. */
public final class PublishedSession {
    private PublishedSession() {}

    /**
     * Compares a session with the published one.
     *
     * @throws UsageException where the distribution has none
     */
    public static SessionDiff compare(JudgedSession ended) {
        return SessionDiff.of(
                ended, "your machine", JudgedSession.in(Distribution.published()), "the published session");
    }

    /** How a session that has just ended compares, in one line; empty where no verdict can be compared. */
    public static Optional<String> line(JudgedSession ended) {
        try {
            return Optional.of(compare(ended)).filter(SessionDiff::comparesAny).map(SessionDiff::summary);
        } catch (UsageException e) {
            return Optional.empty();
        }
    }
}
