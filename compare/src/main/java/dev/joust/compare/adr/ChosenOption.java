package dev.joust.compare.adr;

import dev.joust.compare.report.CostReport;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.report.WinnerReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The option that a record proposes.
 *
 * @param option empty where it is open which one is best
 * @param because the reason, after that word
 * @param tieBreak what decides between options that tie, one line each; empty without a tie
 */
record ChosenOption(Optional<String> option, String because, List<String> tieBreak) {

    static ChosenOption of(RecordedQuestion question) {
        var winner = question.scenario().winner();
        return switch (winner.kind()) {
            case SOLE -> new ChosenOption(Optional.of(winner.arms().getFirst()), won(question, winner), List.of());
            case TIED -> tied(question, winner.arms());
            case UNDECIDED, ON_MACHINE ->
                new ChosenOption(
                        Optional.empty(),
                        String.format(
                                Locale.ROOT,
                                "it is open which option is best on %s: %s",
                                question.metric(),
                                winner.text()),
                        List.of());
            case WITHHELD, DISTURBED, UNJUDGED, CONTROL ->
                throw new IllegalArgumentException("a record needs a verdict: " + winner.text());
        };
    }

    private static String won(RecordedQuestion question, WinnerReport winner) {
        var lead = winner.lead()
                .map(by -> String.format(Locale.ROOT, "; %s, the nearest, by %s", by.over(), question.text(by.ratio())))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "it beats each other option on %s by %s or more%s",
                question.metric(),
                question.marginText(),
                lead);
    }

    private static ChosenOption tied(RecordedQuestion question, List<String> group) {
        List<String> left = new ArrayList<>(group);
        List<String> reasons = new ArrayList<>();
        for (var cost : question.costs()) {
            cost.least(left).ifPresent(least -> {
                for (var other : List.copyOf(left)) {
                    dearer(cost, other, least, question.margin()).ifPresent(times -> {
                        left.remove(other);
                        reasons.add(String.format(
                                Locale.ROOT,
                                "%s uses %s times the %s of %s",
                                other,
                                question.text(times),
                                cost.figure().words(),
                                least));
                    });
                }
            });
        }
        var chosen = left.size() == 1 ? left.getFirst() : cheapest(question, left);
        if (left.size() > 1) {
            reasons.add(noDifference(question, left, chosen));
        }
        var because = String.format(
                Locale.ROOT,
                "%s tie on %s within %s, and resource usage decides between them",
                enumerated(group),
                question.metric(),
                question.marginText());
        return new ChosenOption(Optional.of(chosen), because, reasons);
    }

    /** How many times as much the other uses, where that is shown to be more by the margin. */
    private static Optional<RatioReport> dearer(CostReport cost, String other, String least, double margin) {
        return other.equals(least)
                ? Optional.empty()
                : cost.times(other, least).filter(times -> times.low() >= 1 + margin);
    }

    private static String cheapest(RecordedQuestion question, List<String> left) {
        return question.costs().stream()
                .findFirst()
                .flatMap(cost -> cost.least(left))
                .orElse(left.getFirst());
    }

    private static String noDifference(RecordedQuestion question, List<String> left, String chosen) {
        var medians = question.costs().stream()
                .findFirst()
                .flatMap(cost -> cost.median(chosen)
                        .map(median -> String.format(
                                Locale.ROOT,
                                "; by the median it is %s, with %s",
                                chosen,
                                cost.figure().amount(median))))
                .orElse(String.format(Locale.ROOT, "; no resource usage is known, so the first is taken, %s", chosen));
        return String.format(
                Locale.ROOT,
                "no resource is shown to tell %s apart by %s%s",
                enumerated(left),
                question.marginText(),
                medians);
    }

    /** {@code a, b and c}. */
    static String enumerated(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
