package dev.joust.compare.report;

import java.util.Locale;

/** {@code report.md}: the whole report but the charts, as GitHub shows it. */
public record MarkdownReport(Report report) {

    /** The text. */
    public String text() {
        var text = new StringBuilder();
        var heading = report.heading();
        text.append("# Joust: ").append(Table.escaped(heading.session())).append("\n\n");
        text.append(String.format(
                Locale.ROOT,
                "**%s**: %s. Profile %s, seed %s, %s.\n\n",
                heading.status().word(),
                heading.status().meaning(),
                heading.profile().text(),
                heading.seed(),
                heading.started()));
        if (!report.tally().isEmpty()) {
            var claims = String.format(Locale.ROOT, "Claims: %s. %s", report.tally(), report.falseDecisions());
            text.append(claims.strip()).append("\n\n");
        }
        list(text, "Left out:", report.context().leftOut());
        table(text, "## Verdicts", Tables.verdicts(report));
        list(text, "### Not asked in this session", report.context().notAsked().lines());
        table(text, "## The article", Statements.table(report.statements()));
        table(text, "## Controls", Tables.controls(report));
        text.append(report.context().controls().text()).append(".\n\n");
        list(text, "Caution:", report.context().controls().warnings());
        report.ordered().forEach(scenario -> scenario(text, scenario));
        report.scaling().sweeps().forEach(sweep -> sweep(text, sweep));
        table(text, "## Environment", Tables.environment(report));
        table(text, "", MachineTables.environments(report));
        list(text, "## What these numbers do not show", report.context().caveats());
        return text.toString();
    }

    private void scenario(StringBuilder text, ScenarioReport scenario) {
        var question = scenario.question();
        var winner = scenario.winner();
        text.append("## ").append(Table.escaped(question.title())).append("\n\n");
        text.append(Table.escaped(question.text())).append("\n\n");
        question.limits().ifPresent(limits -> text.append(Table.escaped(limits)).append("\n\n"));
        text.append(String.format(
                Locale.ROOT,
                "**%s**%s\n\n",
                Table.escaped(winner.text()),
                winner.byHowMuch(report.heading().profile())
                        .map(by -> ", " + Table.escaped(by))
                        .orElse("")));
        question.metric().smallestEffectText().ifPresent(smallest -> text.append(capital(smallest))
                .append(".\n\n"));
        CauseLine.of(scenario).ifPresent(why -> why(text, why));
        report.ownPair(scenario).ifPresent(pair -> text.append("Its own A/A pair: ")
                .append(Table.escaped(pair.finding()))
                .append("\n\n"));
        for (var claim : scenario.claims()) {
            text.append("```\n").append(claim.text().replace("```", "'''")).append("\n```\n\n");
        }
        table(text, "", MachineTables.claims(scenario));
        table(text, "", ScenarioTables.results(scenario, report.context()));
        table(text, "", SweepTables.serial(report.scaling().serial(scenario)));
        table(text, "", ScenarioTables.causes(scenario));
        table(text, "", LoadTables.capacities(scenario));
        table(text, "", LoadTables.offered(scenario));
        table(text, "", ScenarioTables.latencies(scenario));
        PriceChart.of("", scenario).ifPresent(price -> {
            text.append(Table.escaped(price.sentence())).append("\n\n");
            table(text, "", price.table());
        });
        table(text, "", ParityTable.of(scenario));
        table(text, "", ScenarioTables.resourceUsage(scenario));
        table(text, "", CourseTables.seconds(scenario));
        table(text, "", CourseTables.tenths(scenario));
        RateChart.of("", scenario).ifPresent(rate -> table(text, "", rate.table()));
        table(text, "", LoadTables.probes(scenario));
        table(text, "", ScenarioTables.trials(scenario));
        table(text, "", ScenarioTables.invalid(scenario));
        list(text, "Open:", winner.open());
    }

    private static void why(StringBuilder text, CauseLine why) {
        why.first()
                .forEach(cause -> text.append(String.format(
                        Locale.ROOT, "Why %s: %s.\n\n", Table.escaped(cause.name()), Table.escaped(cause.value()))));
        if (!why.others().isEmpty()) {
            text.append("What limits the others: ")
                    .append(Table.escaped(why.others()))
                    .append(".\n\n");
        }
    }

    private void sweep(StringBuilder text, SweepReport sweep) {
        text.append("## Sweep ").append(Table.escaped(sweep.heading().name())).append("\n\n");
        table(text, "", SweepTables.values(sweep));
        for (var crossover : sweep.crossovers()) {
            text.append(String.format(
                    Locale.ROOT,
                    "**%s** Because: %s (%s)\n\n",
                    Table.escaped(crossover.text()),
                    Table.escaped(crossover.origin().because()),
                    Table.escaped(crossover.origin().declared())));
        }
        table(text, "", SweepTables.crossovers(sweep));
        table(text, "", SweepTables.scaling(sweep));
        RateChart.of("", sweep, report).forEach(rate -> table(text, "", rate.table()));
    }

    private static void table(StringBuilder text, String heading, Table table) {
        if (!table.filled()) {
            return;
        }
        text.append(heading).append(heading.isEmpty() ? "" : "\n\n");
        text.append(table.caption()).append(":\n\n").append(table.markdown()).append('\n');
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
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
