package dev.joust.compare.merge;

import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.MeasuredCapacity;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionLine;
import dev.joust.trial.Json;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of lines in the stream of a shard. Each line is an object with one key, which names the kind. Only the
 * header differs.
 */
enum StreamKind {
    SESSION("session", Session.class),
    RESULT("result", Result.class),
    RECALIBRATION("recalibration", Recalibration.class),
    CAPACITY("capacity", MeasuredCapacity.class),
    DISTURBANCE("disturbance", DisturbanceNote.class),
    END("end", StreamEnd.class);

    /** The version of this form. */
    static final int FORMAT = 1;

    static final String SHARD = "shard";
    private static final String HEADER_BEGINS = "{\"joust\":";

    private final String begins;
    private final Class<?> type;

    /** The first line of a shard. */
    record StreamHeader(String joust, int format, String version) {}

    /**
     * The last line of a shard.
     *
     * @param results how many lines with a result came before
     * @param interrupted whether a signal stopped the session
     */
    record StreamEnd(int results, boolean interrupted) {}

    StreamKind(String key, Class<?> type) {
        this.begins = "{\"" + key + "\":";
        this.type = type;
    }

    static boolean isHeader(String line) {
        return line.startsWith(HEADER_BEGINS);
    }

    /** The kind of a line; empty where it is none of a shard. */
    static Optional<StreamKind> of(String line) {
        return Arrays.stream(values())
                .filter(kind -> line.startsWith(kind.begins))
                .findFirst();
    }

    /** The kind of a line of a session's files. */
    static StreamKind of(SessionLine line) {
        return switch (line) {
            case Result _ -> RESULT;
            case Recalibration _ -> RECALIBRATION;
            case MeasuredCapacity _ -> CAPACITY;
            case DisturbanceNote _ -> DISTURBANCE;
        };
    }

    String line(Object value) {
        return begins + Json.line(value) + "}";
    }

    /** @throws IllegalArgumentException where the line does not hold such a value */
    Object value(String line) {
        if (!line.endsWith("}")) {
            throw new IllegalArgumentException("the line is cut");
        }
        return Json.read(line.substring(begins.length(), line.length() - 1), type);
    }
}
