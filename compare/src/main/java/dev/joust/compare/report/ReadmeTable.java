package dev.joust.compare.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The table of results for a README: what was asked, who won, and what that means for a design. */
public record ReadmeTable(Report report) {

    /** The columns. */
    enum ReadmeColumn {
        QUESTION(
                "question",
                (report, scenario) -> String.format(
                        Locale.ROOT,
                        "%s (%s)",
                        scenario.question().text(),
                        scenario.question().title())),
        WINNER("winner", (report, scenario) -> scenario.winner().text()),
        BY_HOW_MUCH("by how much", (report, scenario) -> scenario.winner()
                .byHowMuch(report.heading().profile())
                .orElse("")),
        CLAIMS("claims", (report, scenario) -> ClaimReport.tally(scenario.claims())),
        DESIGN("what it means for a design", (report, scenario) -> new DesignAdvice(scenario).text());

        private final String title;
        private final BiFunction<Report, ScenarioReport, String> cell;

        ReadmeColumn(String title, BiFunction<Report, ScenarioReport, String> cell) {
            this.title = title;
            this.cell = cell;
        }
    }

    /** The table, and below it the line that says where the numbers hold. */
    public String text() {
        var columns = List.of(ReadmeColumn.values());
        var table = new Table(
                "Results",
                columns.stream().map(column -> Table.words(column.title)).toList(),
                report.questions().stream()
                        .map(scenario -> Arrays.stream(ReadmeColumn.values())
                                .map(column -> column.cell.apply(report, scenario))
                                .toList())
                        .toList());
        return table.markdown() + "\n" + source(report);
    }

    /** Where the numbers come from, and how far they hold. */
    static String source(Report report) {
        var heading = report.heading();
        return String.format(
                Locale.ROOT,
                """
                Measured on %s, on %s.
                Profile %s, seed %s; controls: %s.
                Numbers of one machine over loopback: measure on yours before you believe them.
                """,
                Table.escaped(report.context().machine()),
                heading.started().replaceFirst("T.*", ""),
                heading.profile().text(),
                heading.seed(),
                heading.status().word());
    }
}
