package dev.joust.trial;

import dev.joust.scenario.WorkClass;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The requests that a model answers as a server, whatever accepts them: {@code GET /units/CLASS/N} runs unit N of that
 * class of work. N is a number from 0 to 2^64 - 1, and the seed of the unit. The answer is its digest as {@link
 * Digest#key} writes it, in plain text. Safe for any number of threads.
 */
public final class UnitRequests {
    /** What the path of a unit begins with. */
    public static final String PREFIX = "/units/";

    /** The type of each answer. */
    public static final String CONTENT_TYPE = "text/plain; charset=utf-8";

    /** The status of a refused method. Its answer names {@link #METHOD} in the header {@code Allow}. */
    public static final int NOT_ALLOWED = 405;

    /** The only method. */
    public static final String METHOD = "GET";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    private final Map<String, WorkClass> classes = new LinkedHashMap<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** A request, as it is understood. */
    public sealed interface UnitRequest {

        /** It asks for this unit. */
        record Known(Work work) implements UnitRequest {}

        /** It asks for nothing that there is. */
        record Refused(UnitReply reply) implements UnitRequest {}
    }

    /**
     * An answer.
     *
     * @param text in one line, without its end
     */
    public record UnitReply(int status, String text) {}

    /** Requests for units of these classes. */
    public UnitRequests(List<WorkClass> classes) {
        classes.forEach(type -> this.classes.put(type.name(), type));
    }

    /** The classes of work, in the order of the scenario. */
    public List<WorkClass> classes() {
        return List.copyOf(classes.values());
    }

    /**
     * What a request asks for. Counts it where it is refused.
     *
     * @param target as in the request line
     */
    public UnitRequest read(String method, String target) {
        if (!method.equals(METHOD)) {
            return refused(NOT_ALLOWED, "only GET is known");
        }
        var parts =
                target.startsWith(PREFIX) ? target.substring(PREFIX.length()).split("/", -1) : new String[0];
        if (parts.length != 2) {
            return refused(NOT_FOUND, "known: " + PREFIX + "CLASS/N");
        }
        var type = classes.get(decoded(parts[0]));
        if (type == null) {
            return refused(NOT_FOUND, "no such class of work; known: " + String.join(", ", classes.keySet()));
        }
        try {
            return new UnitRequest.Known(new Work(type.name(), number(parts[1]), type.steps()));
        } catch (NumberFormatException e) {
            return refused(BAD_REQUEST, "a unit's number is a whole number from 0 to 18446744073709551615");
        }
    }

    /** Digits alone: parseUnsignedLong takes a plus sign too, and digits of other scripts. */
    private static long number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new NumberFormatException("no digit");
            }
        }
        return Long.parseUnsignedLong(text);
    }

    /** The target of the request for this unit. */
    public static String target(Work work) {
        var name = URLEncoder.encode(work.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return PREFIX + name + "/" + Long.toUnsignedString(work.seed());
    }

    /** The name of a class in a path; no name where its escapes are malformed. */
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The answer for a unit that has this outcome. Counts it. */
    public UnitReply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> {
                answered.increment();
                yield new UnitReply(OK, Digest.key(done.digest()));
            }
            case Outcome.Failed(String reason) -> failed(reason);
        };
    }

    /** The answer for a unit that ended with this error. Counts it. */
    public UnitReply failed(Throwable error) {
        return failed(error.toString());
    }

    /** How many requests were answered with a digest, refused, and how many units failed, by name. */
    public Map<String, Double> counters() {
        return Map.of(
                "requests-answered", answered.doubleValue(),
                "requests-refused", refused.doubleValue(),
                "requests-failed", failures.doubleValue());
    }

    private UnitReply failed(String reason) {
        failures.increment();
        return new UnitReply(FAILED, String.format(Locale.ROOT, "the unit failed: %s", reason.replaceAll("\\R", " ")));
    }

    private UnitRequest refused(int status, String reason) {
        refused.increment();
        return new UnitRequest.Refused(new UnitReply(status, reason));
    }
}
