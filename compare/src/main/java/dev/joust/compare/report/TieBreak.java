package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of several arms that tie costs least. Cost by cost, an arm is out where it is shown to use more than the least
 * of those that are left, by the margin. Of several that are left, the median of the first cost decides.
 *
 * @param reasons one line each
 */
public record TieBreak(String chosen, List<String> reasons) {

    /**
     * Decides between these arms.
     *
     * @param costs of the scenario, in the order in which they decide
     * @param margin below which a difference does not count: 0.25 for 25 %
     * @param text writes a ratio
     */
    public static TieBreak between(
            List<String> arms, List<CostReport> costs, double margin, Function<RatioReport, String> text) {
        List<String> left = new ArrayList<>(arms);
        List<String> reasons = new ArrayList<>();
        for (var cost : costs) {
            cost.least(left).ifPresent(least -> {
                for (var other : List.copyOf(left)) {
                    dearer(cost, other, least, margin).ifPresent(times -> {
                        left.remove(other);
                        reasons.add(String.format(
                                Locale.ROOT,
                                "%s uses %s times the %s of %s",
                                other,
                                text.apply(times),
                                cost.figure().words(),
                                least));
                    });
                }
            });
        }
        if (left.size() == 1) {
            return new TieBreak(left.getFirst(), reasons);
        }
        var first = costs.stream().findFirst();
        var chosen = first.flatMap(cost -> cost.least(left)).orElse(left.getFirst());
        reasons.add(noDifference(left, margin, chosen, first));
        return new TieBreak(chosen, reasons);
    }

    /** How many times as much the other uses, where that is shown to be more by the margin. */
    private static Optional<RatioReport> dearer(CostReport cost, String other, String least, double margin) {
        return other.equals(least)
                ? Optional.empty()
                : cost.times(other, least).filter(times -> times.low() >= 1 + margin);
    }

    private static String noDifference(List<String> left, double margin, String chosen, Optional<CostReport> first) {
        var medians = first.flatMap(cost -> cost.median(chosen)
                        .map(median -> String.format(
                                Locale.ROOT,
                                "; by the median it is %s, with %s",
                                chosen,
                                cost.figure().amount(median))))
                .orElse(String.format(Locale.ROOT, "; no resource usage is known, so the first is taken, %s", chosen));
        return String.format(
                Locale.ROOT,
                "no resource is shown to tell %s apart by %.0f %%%s",
                WinnerReport.enumerated(left),
                100 * margin,
                medians);
    }
}
