package dev.joust.compare.run;

import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;

/** Follows a session while it runs. */
@FunctionalInterface
public interface SessionFollower {
    /** Follows nothing. */
    SessionFollower NONE = (_, _) -> {};

    /**
     * The session is fixed, and its next trial follows.
     *
     * @param folder holds what was measured so far, and tells of each line that is added
     */
    void begins(SessionFolder folder, Session session);
}
