package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The statements of a text, each with what was found of it.
 *
 * @param entries in the order of the session; none when it tested no text
 */
public record StatementsReport(List<Entry> entries) {

    /** What became of a statement. */
    public enum Finding {
        CONFIRMED("confirmed"),
        REFUTED("refuted"),
        /** A claim that would show what its scenario expects was refuted itself: measuring stands, the scenario has to be changed. */
        CONTRADICTED("not as expected"),
        /** The claims that would show it are not all held. */
        OPEN("open");

        private final String word;

        Finding(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One statement.
     *
     * @param says the text's own words
     * @param scenario that puts it to the test
     * @param cpython the claims about CPython
     * @param jvm the claims about the models on the JVM
     */
    public record Entry(
            String says, String scenario, Finding finding, List<ClaimReport> cpython, List<ClaimReport> jvm) {}

    /** As a table: the statement, what CPython did, what the JVM's models did, what it is, where that was found. */
    public Table table() {
        return new Table(
                "What became of each statement of the article",
                List.of(
                        Table.words("the article says"),
                        Table.words("what CPython did"),
                        Table.words("what the JVM's models did"),
                        Table.words("so it is"),
                        Table.words("evidence")),
                entries.stream()
                        .map(entry -> List.of(
                                entry.says(),
                                did(entry.cpython()),
                                did(entry.jvm()),
                                entry.finding().word(),
                                entry.scenario()))
                        .toList());
    }

    /** For a terminal; empty when there are no entries. */
    public String text() {
        var text = new StringBuilder();
        for (var entry : entries) {
            Table.hanging(
                    text,
                    "%-10s: ".formatted(entry.finding().word().toUpperCase(Locale.ROOT)),
                    "\"" + entry.says() + "\"");
            entry.cpython().forEach(claim -> Table.hanging(text, "  CPython : ", found(claim)));
            entry.jvm().forEach(claim -> Table.hanging(text, "  JVM     : ", found(claim)));
            Table.hanging(text, "  evidence: ", "scenario " + entry.scenario());
            text.append('\n');
        }
        return text.toString();
    }

    private static String did(List<ClaimReport> claims) {
        return claims.isEmpty()
                ? Numbers.ABSENT
                : claims.stream().map(StatementsReport::found).collect(Collectors.joining("; "));
    }

    private static String found(ClaimReport claim) {
        return claim.claim()
                + ": "
                + claim.outcome().word()
                + claim.measured()
                        .map(measured -> ", " + measured.text() + " " + measured.interval())
                        .orElse("");
    }
}
