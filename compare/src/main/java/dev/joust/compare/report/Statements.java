package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the statements of an article. */
final class Statements {
    private Statements() {}

    static Table table(List<StatementReport> statements) {
        return new Table(
                "What was found about each statement of the article",
                List.of(
                        Table.words("the article says"),
                        Table.words("CPython's models"),
                        Table.words("the JVM's models"),
                        Table.words("the statement is"),
                        Table.words("scenario")),
                statements.stream().map(Statements::row).toList());
    }

    private static List<String> row(StatementReport statement) {
        return List.of(
                statement.says(),
                claims(statement.cpython()),
                claims(statement.jvm()),
                statement.finding().word(),
                statement.scenario());
    }

    private static String claims(List<ClaimReport> claims) {
        return claims.isEmpty()
                ? Numbers.ABSENT
                : claims.stream().map(Statements::claim).collect(Collectors.joining("; "));
    }

    /** For a terminal; empty without statements. */
    static String text(List<StatementReport> statements) {
        var text = new StringBuilder();
        for (var statement : statements) {
            Table.hanging(
                    text,
                    String.format(
                            Locale.ROOT, "%-10s: ", statement.finding().word().toUpperCase(Locale.ROOT)),
                    "\"" + statement.says() + "\"");
            statement.cpython().forEach(claim -> Table.hanging(text, "  CPython : ", claim(claim)));
            statement.jvm().forEach(claim -> Table.hanging(text, "  JVM     : ", claim(claim)));
            Table.hanging(text, "  evidence: ", "scenario " + statement.scenario());
            text.append('\n');
        }
        return text.toString();
    }

    private static String claim(ClaimReport claim) {
        var measured =
                claim.measured().map(ratio -> ", " + ratio.withInterval()).orElse("");
        return claim.claim() + ": " + claim.outcome().word() + measured;
    }
}
