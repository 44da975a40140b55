package dev.joust.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads the values of a sweep: a list such as {@code [1, 10, 100]}, or a range. A range of percentages has five equal
 * steps, {@code 0..100 %} is 0, 20, 40, 60, 80 and 100 %. Other ranges double from the first value, {@code 1..16} is 1,
 * 2, 4, 8 and 16. The last value always belongs to a range.
 *
 * @param cores what {@code 2 x cores} and {@code 50 % / cores} count
 */
record SweptValues(int cores) {
    private static final int MIN_VALUES = 2;
    private static final int MAX_VALUES = 20;
    private static final int STEPS_OF_PERCENTAGES = 5;
    private static final int SECONDS_PER_MINUTE = 60;

    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern ONE = Pattern.compile(NUMBER + "\\s*(\\D.*)?");

    /** Groups: the first number and its unit, the last number and its unit. */
    static final Pattern RANGE =
            Pattern.compile(NUMBER + "\\s*([^\\d.][^.]*?)?\\s*\\.\\.\\s*" + NUMBER + "\\s*(\\D.*)?");

    /**
     * A value of a sweep.
     *
     * @param text as the file writes it
     * @param unit of the number; values of different units have no order
     */
    record SweptValue(double number, String text, String unit) {}

    /** Whether this is a list of single values, or a range. */
    static boolean swept(Value value) {
        return value.isSequence()
                ? !value.isEmpty() && value.items().stream().allMatch(Value::isScalar)
                : value.isScalar() && RANGE.matcher(scalar(value)).matches();
    }

    private static String scalar(Value value) {
        return ((ScalarNode) value.node()).getValue().strip();
    }

    /** The values of a list or range, in its order. */
    List<SweptValue> read(Value value) {
        var values = value.isSequence()
                ? value.items().stream().map(this::one).toList()
                : range(value).stream().map(text -> one(value, text)).toList();
        if (values.size() < MIN_VALUES || values.size() > MAX_VALUES) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "a sweep of '%s' takes %d to %d values, found %d",
                    value.key(),
                    MIN_VALUES,
                    MAX_VALUES,
                    values.size()));
        }
        for (int i = 1; i < values.size(); i++) {
            checkOrder(value, values.get(i - 1), values.get(i));
        }
        return values;
    }

    private static void checkOrder(Value value, SweptValue before, SweptValue after) {
        if (!before.unit().equals(after.unit())) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "the values of a sweep of '%s' have one unit, found '%s' and '%s'",
                    value.key(),
                    before.text(),
                    after.text()));
        }
        if (before.number() >= after.number()) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "the values of a sweep of '%s' ascend, found '%s' before '%s'",
                    value.key(),
                    before.text(),
                    after.text()));
        }
    }

    /** A single value. */
    SweptValue one(Value value) {
        return one(value, value.text());
    }

    private SweptValue one(Value value, String text) {
        var match = ONE.matcher(text);
        if (!match.matches()) {
            throw value.bad(String.format(
                    Locale.ROOT, "a sweep of '%s' needs numbers, with their unit, found '%s'", value.key(), text));
        }
        double number = Double.parseDouble(match.group(1));
        var unit = Optional.ofNullable(match.group(2)).orElse("").strip().replaceAll("\\s+", " ");
        return switch (unit) {
            case "x cores" -> new SweptValue(number * cores, text, "");
            case "% / cores" -> new SweptValue(number / cores, text, "%");
            case "/min" -> new SweptValue(number / SECONDS_PER_MINUTE, text, "/s");
            default -> new SweptValue(number, text, unit);
        };
    }

    private static List<String> range(Value value) {
        var match = RANGE.matcher(value.text());
        if (!match.matches()) {
            throw new IllegalStateException(value.text());
        }
        var first = new BigDecimal(match.group(1));
        var last = new BigDecimal(match.group(3));
        var unit = Optional.ofNullable(match.group(4)).orElse("").strip();
        var unitOfFirst = Optional.ofNullable(match.group(2)).orElse(unit).strip();
        if (!unit.equals(unitOfFirst) || first.compareTo(last) >= 0) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "a range of '%s' goes from a smaller to a larger value of one unit, such as 1..16 or 0..100 %%,"
                            + " found '%s'",
                    value.key(),
                    value.text()));
        }
        var numbers = unit.startsWith("%") ? inEqualSteps(first, last) : doubling(value, first, last);
        return numbers.stream().map(number -> text(number, unit)).toList();
    }

    private static List<BigDecimal> inEqualSteps(BigDecimal first, BigDecimal last) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int step = 0; step <= STEPS_OF_PERCENTAGES; step++) {
            numbers.add(first.add(last.subtract(first)
                    .multiply(BigDecimal.valueOf(step))
                    .divide(BigDecimal.valueOf(STEPS_OF_PERCENTAGES))));
        }
        return numbers;
    }

    private static List<BigDecimal> doubling(Value value, BigDecimal first, BigDecimal last) {
        if (first.signum() == 0) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "a range of '%s' doubles from its first value, so that is above 0, found '%s'",
                    value.key(),
                    value.text()));
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (var number = first; number.compareTo(last) < 0; number = number.add(number)) {
            numbers.add(number);
        }
        numbers.add(last);
        return numbers;
    }

    private static String text(BigDecimal number, String unit) {
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return unit.startsWith("%") || Character.isLetter(unit.isEmpty() ? ' ' : unit.charAt(0))
                ? plain + " " + unit
                : plain + unit;
    }
}
