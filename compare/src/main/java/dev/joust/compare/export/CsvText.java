package dev.joust.compare.export;

import dev.joust.scenario.PrintableText;

/**
 * Texts of a session in a table. A spreadsheet runs a text that begins like a formula, so such a text gets an
 * apostrophe in front, as OWASP recommends against CSV injection. Numbers that Joust writes itself stay as they are.
 */
final class CsvText {
    /** What begins a formula; the last four are the full-width forms. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvText() {}

    /** One line that is no formula. */
    static String safe(String text) {
        var line = PrintableText.line(text);
        var visible = line.stripLeading();
        return !visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0 ? "'" + line : line;
    }
}
