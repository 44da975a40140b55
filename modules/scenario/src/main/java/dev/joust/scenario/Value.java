package dev.joust.scenario;

import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of the file, with what a complaint about it says.
 *
 * @param file the file's name, as complaints show it
 * @param key the key that the node is the value of
 */
record Value(String file, String key, Node node) {
    static final Pattern BYTES = Pattern.compile("(\\d+)\\s*(B|kB|MB|KiB|MiB)?");
    static final Pattern COUNT = Pattern.compile("(-?\\d+)(\\s*x\\s*cores)?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");
    private static final Map<String, Long> SIZES =
            Map.of("B", 1L, "kB", 1_000L, "MB", 1_000_000L, "KiB", 1L << 10, "MiB", 1L << 20);
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    BadScenarioException bad(String complaint) {
        return new BadScenarioException(file + ":" + line() + ": " + complaint);
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

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Whether it is a list or a mapping without entries. */
    boolean isEmpty() {
        return node instanceof CollectionNode<?> collection
                && collection.getValue().isEmpty();
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw bad(String.format(Locale.ROOT, "'%s' needs a value, found %s", key, found()));
    }

    List<Value> items() {
        if (node instanceof SequenceNode sequence && !isEmpty()) {
            return sequence.getValue().stream()
                    .map(n -> new Value(file, key, n))
                    .toList();
        }
        throw bad(String.format(Locale.ROOT, "'%s' needs a list with at least one entry, found %s", key, found()));
    }

    Section section() {
        if (node instanceof MappingNode mapping && !isEmpty()) {
            return Section.of(this, mapping);
        }
        throw bad(String.format(Locale.ROOT, "'%s' needs keys and values, found %s", key, found()));
    }

    /** The value of each of these names, in their order. It has all of them, and no others. */
    Map<String, Value> each(List<String> names) {
        var given = section().namesAmong(key, names);
        Map<String, Value> values = new LinkedHashMap<>();
        for (var name : names) {
            values.put(
                    name,
                    given.optional(name)
                            .orElseThrow(() -> bad(String.format(
                                    Locale.ROOT,
                                    "%s needs '%s'; found: %s",
                                    key,
                                    name,
                                    String.join(", ", given.entries().keySet())))));
        }
        return values;
    }

    Duration duration() {
        return Durations.parse(text())
                .orElseThrow(() -> bad(String.format(
                        Locale.ROOT, "'%s' must be %s, for example 20ms, found '%s'", key, Durations.FORM, text())));
    }

    void checkDuration(Shape.Time time) {
        checkRange(
                duration(),
                time.min(),
                time.max(),
                Durations.format(time.min()) + " to " + Durations.format(time.max()));
    }

    /** The number of bytes; the largest long when it is larger. */
    long bytes() {
        var match = match(BYTES, "a size (B, kB, MB, KiB, MiB), for example 256kB");
        long unit = SIZES.get(match.group(2) == null ? "B" : match.group(2));
        return new BigInteger(match.group(1))
                .multiply(BigInteger.valueOf(unit))
                .min(MAX_LONG)
                .longValue();
    }

    void checkBytes(Shape.Size size) {
        checkRange(bytes(), 0L, size.max(), String.format(Locale.ROOT, "0 to %s bytes", size.max()));
    }

    /** A whole number, or a number per core. */
    Load.Count count() {
        var match = match(COUNT, "a whole number, or a number 'x cores', for example 2 x cores");
        return new Load.Count(Integer.parseInt(match.group(1)), match.group(2) != null);
    }

    /** How many units are in flight on this many cores. */
    int inFlight(int cores) {
        long number = (long) count().number() * (count().perCore() ? cores : 1);
        if (number > Language.MAX_IN_FLIGHT) {
            throw bad(String.format(
                    Locale.ROOT,
                    "'%s' must be at most %d, found '%s' = %d on this machine",
                    key,
                    Language.MAX_IN_FLIGHT,
                    text(),
                    number));
        }
        return (int) number;
    }

    void checkCount(int min, int max) {
        var match = match(COUNT, "a whole number, or a number 'x cores', for example 2 x cores");
        checkRange(
                new BigInteger(match.group(1)), BigInteger.valueOf(min), BigInteger.valueOf(max), min + " to " + max);
    }

    /** A whole number. */
    int integer() {
        return count().number();
    }

    void checkWhole(Shape.Whole whole) {
        checkCount(whole.min(), whole.max());
        if (count().perCore()) {
            throw bad(String.format(Locale.ROOT, "'%s' must be a plain whole number, found '%s'", key, text()));
        }
    }

    /** {@code true} or {@code false}. */
    boolean trueOrFalse() {
        return Boolean.parseBoolean(match(TRUE_OR_FALSE, "true or false").group());
    }

    double decimal() {
        return Double.parseDouble(match(DECIMAL, "a number").group());
    }

    void checkDecimal(Shape.Decimal decimal) {
        checkRange(decimal(), decimal.min(), decimal.max(), decimal.min() + " to " + decimal.max());
    }

    private Matcher match(Pattern pattern, String wanted) {
        var match = pattern.matcher(text());
        if (!match.matches()) {
            throw bad(String.format(Locale.ROOT, "'%s' must be %s, found '%s'", key, wanted, text()));
        }
        return match;
    }

    private <T extends Comparable<T>> void checkRange(T value, T min, T max, String range) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw bad(String.format(Locale.ROOT, "'%s' must be %s, found '%s'", key, range, text()));
        }
    }

    private String found() {
        return switch (node) {
            case MappingNode mapping -> isEmpty() ? "nothing" : "keys and values";
            case SequenceNode sequence -> isEmpty() ? "an empty list" : "a list";
            case ScalarNode scalar -> scalar.getValue().isBlank() ? "nothing" : "'" + scalar.getValue() + "'";
            default -> "something else";
        };
    }
}
