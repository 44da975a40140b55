package dev.joust.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of the file with what is needed to complain about it.
 *
 * @param file the file's name, as it is to be shown
 * @param key what the node is the value of
 */
record Value(String file, String key, Node node) {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|min)");
    private static final Map<String, Long> NANOS =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L);
    private static final Pattern BYTES = Pattern.compile("(\\d+)\\s*(B|kB|MB|KiB|MiB)?");
    private static final Map<String, Long> SIZES =
            Map.of("B", 1L, "kB", 1_000L, "MB", 1_000_000L, "KiB", 1L << 10, "MiB", 1L << 20);
    private static final Pattern COUNT = Pattern.compile("(-?\\d+)(\\s*x\\s*cores)?");

    BadScenarioException bad(String found) {
        return new BadScenarioException(file + ":" + line() + ": " + found);
    }

    int line() {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isSequence() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw bad("'%s' needs a value, found %s".formatted(key, shape()));
    }

    List<Value> items() {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue().stream()
                    .map(n -> new Value(file, key, n))
                    .toList();
        }
        throw bad("'%s' needs a list with at least one entry, found %s".formatted(key, shape()));
    }

    Section section() {
        if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            return Section.of(this, mapping);
        }
        throw bad("'%s' needs keys and values, found %s".formatted(key, shape()));
    }

    /** A duration with a unit, between the bounds. */
    Duration duration(Duration least, Duration most) {
        var match = match(DURATION, "a duration with a unit (ns, us, ms, s, min), for example 20ms");
        long nanos = Math.round(Double.parseDouble(match.group(1)) * NANOS.get(match.group(2)));
        return inRange(Duration.ofNanos(nanos), least, most, (a, b) -> spoken(a) + " to " + spoken(b));
    }

    /** A number of bytes, with or without a unit, up to the bound. */
    long bytes(long most) {
        var match = match(BYTES, "a size (B, kB, MB, KiB, MiB), for example 256kB");
        String unit = match.group(2) == null ? "B" : match.group(2);
        return inRange(number(match.group(1), most) * SIZES.get(unit), 0L, most, (a, b) -> a + " to " + b + " bytes");
    }

    /** A whole number, by core or not. */
    Load.Count count(int least, int most) {
        var match = match(COUNT, "a whole number, or a number 'x cores', for example 2 x cores");
        long number = number(match.group(1), most);
        return new Load.Count(
                (int) (long) inRange(number, (long) least, (long) most, (a, b) -> a + " to " + b),
                match.group(2) != null);
    }

    /** A whole number between the bounds. */
    int integer(int least, int most) {
        var count = count(least, most);
        if (count.perCore()) {
            throw bad("'%s' must be a plain whole number, found '%s'".formatted(key, text()));
        }
        return count.number();
    }

    /** A decimal number between the bounds, both included. */
    double decimal(double least, double most) {
        try {
            return inRange(Double.valueOf(text()), least, most, (a, b) -> a + " to " + b);
        } catch (NumberFormatException e) {
            throw bad("'%s' must be a number, found '%s'".formatted(key, text()));
        }
    }

    Kernel kernel() {
        try {
            return Kernel.labelled(text());
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    private Matcher match(Pattern pattern, String wanted) {
        var match = pattern.matcher(text());
        if (!match.matches()) {
            throw bad("'%s' must be %s, found '%s'".formatted(key, wanted, text()));
        }
        return match;
    }

    private long number(String digits, long most) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw bad("'%s' must be at most %d, found '%s'".formatted(key, most, text()));
        }
    }

    private <T extends Comparable<T>> T inRange(T value, T least, T most, BiFunction<T, T, String> range) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw bad("'%s' must be %s, found '%s'".formatted(key, range.apply(least, most), text()));
        }
        return value;
    }

    private static String spoken(Duration time) {
        return time.toNanos() % 1_000_000 == 0 ? time.toMillis() + "ms" : time.toNanos() + "ns";
    }

    private String shape() {
        return switch (node) {
            case MappingNode mapping -> mapping.getValue().isEmpty() ? "nothing" : "keys and values";
            case SequenceNode sequence -> sequence.getValue().isEmpty() ? "an empty list" : "a list";
            case ScalarNode scalar -> scalar.getValue().isBlank() ? "nothing" : "'" + scalar.getValue() + "'";
            default -> "something else";
        };
    }
}
