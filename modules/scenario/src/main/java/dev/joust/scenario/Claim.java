package dev.joust.scenario;

/**
 * What is expected of two arms, and why.
 *
 * @param versus the two arms, the one that is expected ahead first
 * @param metric the metric that decides
 * @param because the mechanism, in a sentence
 * @param cores how many cores the claim needs; on fewer it is not applicable
 * @param declared where it stands
 */
public record Claim(Versus versus, Metric metric, String because, int cores, Source declared) {

    /** Two arms and how they are expected to relate. */
    public record Versus(String arm, String other, Relation relation) {
        @Override
        public String toString() {
            return switch (relation) {
                case Beats(double by) -> arm + " beats " + other + " by " + plain(by);
                case Ties(double within) -> arm + " ties " + other + " within " + plain(within);
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

    /** A place in a file. */
    public record Source(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public String toString() {
        var relation =
                switch (versus.relation()) {
                    case Beats(double by) -> " beats %s on %s by %s".formatted(versus.other(), metric, plain(by));
                    case Ties(double within) ->
                        " ties %s on %s within %s".formatted(versus.other(), metric, plain(within));
                };
        return versus.arm() + relation;
    }
}
