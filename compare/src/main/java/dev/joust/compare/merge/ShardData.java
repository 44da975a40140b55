package dev.joust.compare.merge;

import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionLines;
import java.util.Locale;
import java.util.Optional;

/**
 * One shard as it was read.
 *
 * @param source where it was read, for messages
 * @param session of the shard
 * @param lines of its session, without a host
 */
public record ShardData(String source, Session session, SessionLines lines) {

    /** @throws UsageException where the session is not that of a shard on a named host */
    public ShardData {
        if (session.onlyShard().isEmpty()) {
            throw refused(source, "it is no shard of a plan, which 'joust run --shard K/N' makes");
        }
        if (session.machine().host().isEmpty()) {
            throw refused(source, "it does not name its host");
        }
        if (lines.all().anyMatch(line -> line.host().isPresent())) {
            throw refused(source, "a line of it names a host, as in a merged session");
        }
        int last = session.plan().looks().blocks();
        var foreign = lines.results().stream()
                .map(result -> result.id().block())
                .filter(round -> round > last || !session.runs(round))
                .findFirst();
        if (foreign.isPresent()) {
            throw refused(
                    source,
                    String.format(
                            Locale.ROOT,
                            "it has a result of round %d, which shard %s does not run",
                            foreign.get(),
                            session.onlyShard().get()));
        }
    }

    static UsageException refused(String source, String reason) {
        return new UsageException(String.format(Locale.ROOT, "%s: %s", source, reason));
    }

    Shard shard() {
        return session.onlyShard().orElseThrow();
    }

    /** The name of the machine that ran it. */
    String host() {
        return session.machine().host().orElseThrow();
    }

    Optional<String> version() {
        return session.machine().environment().software().joust();
    }
}
