package dev.joust.scenario;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What is expected of two arms, and why.
 *
 * @param versus the two arms, the one that is expected ahead first
 * @param metric the metric that decides
 * @param because the mechanism, in a sentence
 * @param cores how many cores the claim needs; on fewer it is not applicable
 * @param declared the file and line of the claim
 */
public record Claim(Versus versus, Metric metric, String because, int cores, Source declared) {

    /** Two arms and how they are expected to relate. */
    public record Versus(String arm, String other, Relation relation) {
        @Override
        public String toString() {
            return text("");
        }

        private String text(String on) {
            return switch (relation) {
                case Beats(double by) ->
                    String.format(Locale.ROOT, "%s beats %s%s by %sx", arm, other, on, plain(decimal(by)));
                case Ties(double within) ->
                    String.format(
                            Locale.ROOT,
                            "%s ties %s%s within %s %%",
                            arm,
                            other,
                            on,
                            plain(decimal(within).movePointRight(2)));
                case KeepsUp(double within) ->
                    String.format(
                            Locale.ROOT,
                            "%s keeps up with %s%s within %s %%",
                            arm,
                            other,
                            on,
                            plain(decimal(within).movePointRight(2)));
            };
        }
    }

    /** How two arms are expected to relate. */
    public sealed interface Relation {}

    /**
     * The first is better by at least this factor.
     *
     * @param by the least advantage, 1 or more
     */
    public record Beats(double by) implements Relation {}

    /**
     * Neither is better by more than this share.
     *
     * @param within the share, above 0: an advantage inside [1/(1+within), 1+within]
     */
    public record Ties(double within) implements Relation {}

    /**
     * The first is faster, or neither is better by more than this share. Only {@code joust versus} asks it.
     *
     * @param within the share, above 0, as of {@link Ties}
     */
    public record KeepsUp(double within) implements Relation {}

    /** A place in a file. */
    public record Source(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return versus.text(" on " + metric);
    }
}
