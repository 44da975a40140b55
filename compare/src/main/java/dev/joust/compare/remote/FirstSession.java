package dev.joust.compare.remote;

import dev.joust.compare.merge.ShardData;
import dev.joust.compare.merge.ShardFit;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionLines;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the sessions of all hosts must fit, so that they can be merged: the version of this Joust, and the session of
 * the host that was ready first. Safe for several threads.
 */
final class FirstSession {
    private static final SessionLines NO_LINES = new SessionLines(List.of(), List.of(), List.of(), List.of());

    private final String version;
    private Optional<ShardData> first = Optional.empty();

    /** @param version of this Joust */
    FirstSession(String version) {
        this.version = version;
    }

    /** @throws HostFailure when the host runs another version */
    void checkVersion(String there) throws HostFailure {
        if (!there.equals(version)) {
            throw new HostFailure(String.format(Locale.ROOT, "it runs Joust %s, and this is %s", there, version));
        }
    }

    /** @throws HostFailure when a session cannot be merged with the first one */
    synchronized void check(Session session) throws HostFailure {
        try {
            var shard = new ShardData(session.machine().host().orElse("a host"), session, NO_LINES);
            if (first.isEmpty()) {
                first = Optional.of(shard);
            } else {
                ShardFit.check(first.get(), shard);
            }
        } catch (UsageException e) {
            throw new HostFailure(e.getMessage());
        }
    }
}
