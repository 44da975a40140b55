package dev.joust.compare.adr;

import dev.joust.compare.report.ClaimReport;
import dev.joust.compare.report.JUnitReport;
import dev.joust.compare.report.ScenarioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How anybody can check a decision: what was claimed and found, the command, the results, and when to look again. */
record ConfirmationText(RecordedQuestion question) {

    void writeTo(WrappedMarkdown page) {
        var claims = claims();
        page.paragraph(
                claims.isEmpty()
                        ? "The scenario makes no claim. Its figures are those of the options below."
                        : "What the scenario claims, and what was found:");
        page.list(claims);
        page.paragraph("This command asks again:");
        page.command(command());
        page.paragraph(String.format(
                Locale.ROOT,
                "The figures are those of results.jsonl of session %s, with this SHA-256:",
                question.report().heading().session()));
        page.literal(question.source().results().sha256());
        page.paragraph("Look at this decision again when one of these is so:");
        page.list(new LookAgain(question).conditions());
    }

    private List<String> claims() {
        List<String> lines = new ArrayList<>();
        metrics().forEach(ranked -> ranked.claims().forEach(claim -> lines.add(line(ranked, claim))));
        question.sweep().ifPresent(sweep -> sweep.crossovers()
                .forEach(crossover -> lines.add(String.format(
                        Locale.ROOT,
                        "%s; declared in %s; JUnit: %s, test case of the crossover's words",
                        crossover.text(),
                        crossover.origin().declared(),
                        JUnitReport.className(sweep)))));
        return lines;
    }

    private Stream<ScenarioReport> metrics() {
        return Stream.concat(Stream.of(question.scenario()), question.otherMetrics().stream());
    }

    private static String line(ScenarioReport ranked, ClaimReport claim) {
        var measured = claim.measured()
                .map(ratio -> String.format(
                        Locale.ROOT, "measured %s %s (%s)", ratio.text(), ratio.interval(), ratio.basis()))
                .orElse(claim.reason());
        return String.format(
                Locale.ROOT,
                "%s: %s; %s; declared in %s; JUnit: %s, test case of these words",
                claim.outcome().word(),
                claim.claim(),
                measured,
                claim.origin().declared(),
                JUnitReport.className(ranked));
    }

    /** That of the source, that of a claim, or the plain one. */
    private String command() {
        var heading = question.report().heading();
        return question.source()
                .results()
                .command()
                .or(() -> metrics()
                        .flatMap(ranked -> ranked.claims().stream())
                        .map(claim -> claim.origin().reproduce())
                        .findFirst())
                .orElse(String.format(
                        Locale.ROOT,
                        "./joust run %s --seed %s --profile %s",
                        question.sweep().map(sweep -> sweep.heading().name()).orElse(question.name()),
                        heading.seed(),
                        heading.profile().name()));
    }
}
