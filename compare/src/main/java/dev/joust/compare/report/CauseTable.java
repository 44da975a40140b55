package dev.joust.compare.report;

import static dev.joust.compare.report.Table.words;

import java.util.List;

/**
 * The causes found in a session beside the known ones, for a terminal.
 *
 * @param summary how many are right, wrong and refused
 */
public record CauseTable(List<CauseRow> rows, String summary) {

    /**
     * An arm.
     *
     * @param known the causes that are right; empty where none is known
     * @param match whether what was found is among them
     */
    public record CauseRow(String scenario, String arm, String known, String match, CauseReport found) {}

    /** The text, ending with a line break. */
    public String text() {
        var table = new Table(
                "Causes found, beside those that are known",
                List.of(words("scenario"), words("arm"), words("known"), words("match"), words("found")),
                rows.stream()
                        .map(row -> List.of(
                                row.scenario(),
                                row.arm(),
                                row.known().isEmpty() ? Numbers.ABSENT : row.known(),
                                row.match(),
                                row.found().text()))
                        .toList());
        var text = new StringBuilder(table.filled() ? table.plain() + "\n" : "");
        Table.hanging(text, "", summary);
        return text.toString();
    }
}
