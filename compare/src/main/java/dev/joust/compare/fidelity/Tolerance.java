package dev.joust.compare.fidelity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far CPython and Java may differ, on every machine. Two were changed after measuring: compare/decisions/0010. */
public sealed interface Tolerance {

    /** Java's median as a multiple of CPython's. */
    record RatioWithin(double low, double high) implements Tolerance {}

    /** The medians of both lie within the bounds, which are included. */
    record EachWithin(double low, double high) implements Tolerance {}

    /** The medians of both lie above the bound. */
    record EachAbove(double bound) implements Tolerance {}

    /** The medians differ by at most this. */
    record Apart(double most) implements Tolerance {}

    /** Positive on both sides, in every single round. */
    record PositiveAlways() implements Tolerance {}

    /** Java's median lies above the bound; CPython has no such figure. */
    record JavaAbove(double bound) implements Tolerance {}

    /** All of these tolerances. */
    record All(List<Tolerance> parts) implements Tolerance {}

    /** No tolerance: a figure for the reader. */
    record Unbounded() implements Tolerance {}

    static Tolerance within(double share) {
        return new RatioWithin(1 - share, 1 + share);
    }

    static Tolerance factor(double factor) {
        return new RatioWithin(1 / factor, factor);
    }

    /** Whether it needs CPython's figure. */
    default boolean needsCPython() {
        return !(this instanceof JavaAbove);
    }

    /** Whether the two figures agree. */
    default boolean admits(Spread cpython, Spread java) {
        return switch (this) {
            case RatioWithin(double low, double high) -> in(java.median() / cpython.median(), low, high);
            case EachWithin(double low, double high) -> in(cpython.median(), low, high) && in(java.median(), low, high);
            case EachAbove(double bound) -> cpython.median() > bound && java.median() > bound;
            case Apart(double most) -> Math.abs(java.median() - cpython.median()) <= most;
            case PositiveAlways() -> cpython.least() > 0 && java.least() > 0;
            case JavaAbove(double bound) -> java.median() > bound;
            case All(List<Tolerance> parts) -> parts.stream().allMatch(part -> part.admits(cpython, java));
            case Unbounded() -> true;
        };
    }

    /** The text in the table. */
    default String text() {
        return switch (this) {
            case RatioWithin(double low, double high) ->
                String.format(Locale.ROOT, "ratio %s to %s", number(low), number(high));
            case EachWithin(double low, double high) ->
                low == Double.NEGATIVE_INFINITY
                        ? "each at most " + number(high)
                        : String.format(Locale.ROOT, "each %s to %s", number(low), number(high));
            case EachAbove(double bound) -> "each above " + number(bound);
            case Apart(double most) -> String.format(Locale.ROOT, "at most %s apart", number(most));
            case PositiveAlways() -> "above 0 in every round";
            case JavaAbove(double bound) -> "Java above " + number(bound);
            case All(List<Tolerance> parts) ->
                parts.stream().map(Tolerance::text).collect(Collectors.joining("; "));
            case Unbounded() -> "none";
        };
    }

    private static boolean in(double value, double low, double high) {
        return value >= low && value <= high;
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
