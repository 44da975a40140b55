package dev.joust.compare.report;

import java.util.Locale;

/** The report on a terminal of 120 columns: the verdict first, then what it rests on. */
public record TextReport(Report report) {

    /** The text, ending with a line break. */
    public String text() {
        var text = new StringBuilder();
        var standings = Tables.standings(report);
        if (standings.filled()) {
            text.append(standings.plain()).append('\n');
        }
        winners(text);
        report.claims().forEach(claim -> text.append(claim.text()).append("\n\n"));
        report.setting().notAsked().forEach(claim -> Table.hanging(text, "not asked : ", claim));
        if (!report.setting().notAsked().isEmpty()) {
            text.append('\n');
        }
        controls(text);
        text.append(report.ledger().text());
        status(text);
        return text.toString();
    }

    private void winners(StringBuilder text) {
        for (var scenario : report.contests()) {
            var podium = scenario.podium();
            Table.hanging(
                    text,
                    scenario.question().name() + ": ",
                    podium.winner()
                            + podium.margin().map(by -> ", " + by).orElse("")
                            + scenario.question()
                                    .limits()
                                    .map(limits -> "; " + limits)
                                    .orElse(""));
        }
        if (!report.contests().isEmpty()) {
            text.append('\n');
        }
    }

    private void controls(StringBuilder text) {
        var checks = Tables.controls(report);
        if (checks.filled()) {
            text.append(checks.plain());
        }
        Table.hanging(text, "", strip(report.controls()));
        text.append('\n');
    }

    private void status(StringBuilder text) {
        var heading = report.heading();
        var tally = report.tally();
        Table.hanging(
                text,
                "",
                "%s: %s%s. Profile %s, seed %d."
                        .formatted(
                                heading.status().word().toUpperCase(Locale.ROOT),
                                heading.status().meaning(),
                                tally.isEmpty() ? "" : "; claims: " + tally,
                                heading.profile(),
                                heading.seed()));
    }

    /** The strip below the controls, in a sentence. */
    static String strip(Report.Controls controls) {
        return "%d blocks judged, %d repeated; smallest effect that could have been found: %s"
                .formatted(
                        controls.blocks(),
                        controls.repeated(),
                        controls.smallestEffect().map(TextReport::effect).orElse(Numbers.ABSENT));
    }

    static String effect(double ratio) {
        return String.format(Locale.ROOT, "%.3f (%.1f %%)", ratio, 100 * (ratio - 1));
    }
}
