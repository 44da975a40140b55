package dev.joust.compare.report;

/** {@code report.md}: the whole report but for the charts, as GitHub reads it. */
public record MarkdownReport(Report report) {

    /** The text. */
    public String text() {
        var text = new StringBuilder();
        var heading = report.heading();
        text.append("# Joust: ").append(Table.escaped(heading.session())).append("\n\n");
        text.append("**%s**: %s. Profile %s, seed %d, %s.\n\n"
                .formatted(
                        heading.status().word(),
                        heading.status().meaning(),
                        heading.profile(),
                        heading.seed(),
                        heading.started()));
        if (!report.tally().isEmpty()) {
            text.append("Claims: ").append(report.tally()).append(".\n\n");
        }
        table(text, "## Verdicts", Tables.standings(report));
        table(text, "## The article", report.ledger().table());
        table(text, "## Controls", Tables.controls(report));
        text.append(TextReport.strip(report.controls())).append(".\n\n");
        report.ordered().forEach(scenario -> scenario(text, scenario));
        list(text, "## Not asked in this session", report.setting().notAsked());
        table(text, "## Environment", Tables.environment(report));
        list(text, "## What these numbers do not show", report.setting().caveats());
        return text.toString();
    }

    private static void scenario(StringBuilder text, ScenarioReport scenario) {
        var question = scenario.question();
        var podium = scenario.podium();
        text.append("## ").append(Table.escaped(question.name())).append("\n\n");
        text.append(Table.escaped(question.text())).append("\n\n");
        question.limits().ifPresent(limits -> text.append(Table.escaped(limits)).append("\n\n"));
        text.append("**%s**%s\n\n"
                .formatted(
                        Table.escaped(podium.winner()),
                        podium.margin().map(by -> ", " + Table.escaped(by)).orElse("")));
        for (var claim : scenario.claims()) {
            text.append("```\n").append(claim.text().replace("```", "'''")).append("\n```\n\n");
        }
        table(text, "", Tables.results(scenario));
        table(text, "", Tables.latencies(scenario));
        table(text, "", Tables.resourceUsage(scenario));
        table(text, "", Tables.trials(scenario));
        table(text, "", Tables.invalid(scenario));
        list(text, "Open:", podium.open());
    }

    private static void table(StringBuilder text, String heading, Table table) {
        if (!table.filled()) {
            return;
        }
        text.append(heading).append(heading.isEmpty() ? "" : "\n\n");
        text.append(table.caption()).append(":\n\n").append(table.markdown()).append('\n');
    }

    private static void list(StringBuilder text, String heading, Iterable<String> lines) {
        if (!lines.iterator().hasNext()) {
            return;
        }
        text.append(heading).append("\n\n");
        lines.forEach(line -> text.append("* ").append(Table.escaped(line)).append('\n'));
        text.append('\n');
    }
}
