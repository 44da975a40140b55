package dev.joust.compare.adr;

import dev.joust.compare.report.TieBreak;
import dev.joust.compare.report.WinnerReport;
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

    /** What runs today stays where it ties. Else what costs least is chosen. */
    private static ChosenOption tied(RecordedQuestion question, List<String> group) {
        var tie = String.format(
                Locale.ROOT,
                "%s tie on %s within %s",
                WinnerReport.enumerated(group),
                question.metric(),
                question.marginText());
        var stays = question.source().runsNow().filter(group::contains);
        if (stays.isPresent()) {
            return new ChosenOption(
                    stays, String.format(Locale.ROOT, "%s, and %s runs today", tie, stays.get()), List.of());
        }
        var least = TieBreak.between(group, question.costs(), question.margin(), question::text);
        return new ChosenOption(
                Optional.of(least.chosen()), tie + ", and resource usage decides between them", least.reasons());
    }
}
