package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the result of a scenario means for a design, in one line. It follows from the kind of work, the winner and the
 * measured ratios alone.
 */
record DesignAdvice(ScenarioReport scenario) {

    String text() {
        var winner = scenario.winner();
        return switch (winner.kind()) {
            case SOLE, TIED -> String.format(Locale.ROOT, "For %s, choose %s.%s", work(), chosen(), slower());
            case UNDECIDED ->
                winner.arms().size() < 2
                        ? "No advice: " + winner.text() + "."
                        : String.format(
                                Locale.ROOT,
                                "No advice yet: more blocks must tell %s apart.%s",
                                WinnerReport.enumerated(winner.arms()),
                                slower());
            case ON_MACHINE, WITHHELD, DISTURBED, UNJUDGED, CONTROL -> "No advice: " + winner.text() + ".";
        };
    }

    private String work() {
        if (!scenario.question().metric().primary()) {
            return scenario.question().metric().name();
        }
        return scenario.question()
                .kind()
                .map(kind -> switch (kind) {
                    case CPU_BOUND -> "computation";
                    case IO_BOUND -> "waiting on I/O";
                    case MIXED -> "waiting beside computation";
                    case NATIVE -> "native code outside the lock";
                })
                .orElse("this work");
    }

    private String chosen() {
        var names = new ArrayList<>(byName(true).keySet());
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private String slower() {
        List<String> slower = new ArrayList<>();
        byName(false).forEach((name, arms) -> {
            var ratios = arms.stream()
                    .flatMap(arm -> arm.result().ratioToBest().stream())
                    .mapToDouble(RatioReport::ratio)
                    .summaryStatistics();
            if (ratios.getCount() > 0) {
                slower.add(String.format(Locale.ROOT, "%s (%s times)", name, range(ratios.getMin(), ratios.getMax())));
            }
        });
        return slower.isEmpty() ? "" : " Worse: " + String.join(", ", slower) + ".";
    }

    private static String range(double least, double most) {
        var from = Numbers.ratio(least);
        var to = Numbers.ratio(most);
        return from.equals(to) ? from : from + " to " + to;
    }

    /** The arms that are first, or those that are behind, by the name of their family or by their own. */
    private Map<String, List<ArmReport>> byName(boolean first) {
        Map<String, List<ArmReport>> byName = new LinkedHashMap<>();
        for (var arm : scenario.arms()) {
            if (first ? isFirst(arm) : arm.result().state() == ArmState.BEHIND) {
                byName.computeIfAbsent(name(arm), n -> new ArrayList<>()).add(arm);
            }
        }
        return byName;
    }

    private boolean isFirst(ArmReport arm) {
        return scenario.winner().arms().contains(arm.label().name());
    }

    /** The family, unless another arm of it did otherwise. */
    private String name(ArmReport arm) {
        var family = ModelFamily.of(arm.label().model());
        boolean together = scenario.arms().stream()
                .filter(other -> ModelFamily.of(other.label().model()).equals(family))
                .allMatch(other -> isFirst(other) == isFirst(arm));
        return together
                ? family.map(ModelFamily::words).orElse(arm.label().name())
                : arm.label().name();
    }
}
