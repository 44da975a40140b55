package dev.joust.compare.merge;

import dev.joust.compare.merge.StreamKind.StreamEnd;
import dev.joust.compare.merge.StreamKind.StreamHeader;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionBounds;
import dev.joust.compare.session.SessionLine;
import dev.joust.trial.Json;
import java.util.Locale;

/** One line of a stream that {@link ShardEmitter} writes, read as it arrives. */
public sealed interface ArrivedLine {

    /** The first line of a shard. */
    record ShardBegins(String version) implements ArrivedLine {}

    /** What is fixed before the first trial. */
    record ShardFixed(Session session) implements ArrivedLine {}

    /** A line of the session's files. */
    record ShardAdds(SessionLine line) implements ArrivedLine {}

    /**
     * The last line of a shard.
     *
     * @param results how many lines with a result came before
     * @param interrupted whether the session was stopped
     */
    record ShardEnds(int results, boolean interrupted) implements ArrivedLine {}

    /** A line that is none of a shard, such as a greeting of a login shell. */
    record OtherWords() implements ArrivedLine {}

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where a line of a shard cannot be read, or is out of bounds
     */
    static ArrivedLine read(String line) {
        if (StreamKind.isHeader(line)) {
            return new ShardBegins(version(Json.read(line, StreamHeader.class)));
        }
        return StreamKind.of(line).map(kind -> arrived(kind.value(line))).orElseGet(OtherWords::new);
    }

    private static String version(StreamHeader header) {
        if (!header.joust().equals(StreamKind.SHARD) || header.format() != StreamKind.FORMAT) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "it is '%s' in format %d, another Joust's", header.joust(), header.format()));
        }
        return header.version();
    }

    private static ArrivedLine arrived(Object value) {
        return switch (value) {
            case Session session -> {
                SessionBounds.check(session);
                yield new ShardFixed(session);
            }
            case SessionLine line -> {
                SessionBounds.check(line);
                yield new ShardAdds(line);
            }
            case StreamEnd end -> new ShardEnds(end.results(), end.interrupted());
            default -> throw new IllegalStateException("a line of an unknown kind: " + value);
        };
    }
}
