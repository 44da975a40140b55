package dev.joust.compare.report;

import java.util.List;
import java.util.Locale;

/** The report for a terminal of 120 columns: the verdicts first, then what they rest on. */
public record TextReport(Report report) {

    /** The text, ending with a line break. */
    public String text() {
        var text = new StringBuilder();
        var status = report.heading().status();
        if (status.doubtful()) {
            Table.hanging(
                    text,
                    "",
                    String.format(Locale.ROOT, "%s: %s.", status.word().toUpperCase(Locale.ROOT), status.meaning()));
            text.append('\n');
        }
        report.context().leftOut().forEach(line -> Table.hanging(text, "", line + "."));
        var verdicts = Tables.verdicts(report);
        if (verdicts.filled()) {
            text.append(verdicts.plain()).append('\n');
        }
        winners(text);
        sweeps(text);
        report.claims().forEach(claim -> text.append(claim.text()).append("\n\n"));
        for (var scenario : report.comparisons()) {
            var machines = MachineTables.claims(scenario);
            if (machines.filled()) {
                Table.hanging(text, "", machines.caption() + ":");
                text.append(machines.plain()).append('\n');
            }
        }
        if (!report.context().notAsked().lines().isEmpty()) {
            var profile = report.heading().profile().name();
            text.append(report.context().notAsked().text(profile)).append("\n\n");
        }
        controls(text);
        text.append(Statements.text(report.statements()));
        status(text);
        return text.toString();
    }

    private void winners(StringBuilder text) {
        for (var scenario : report.comparisons()) {
            var byHowMuch = scenario.winner()
                    .byHowMuch(report.heading().profile())
                    .map(by -> ", " + by)
                    .orElse("");
            var limits = scenario.question().limits().map(l -> "; " + l).orElse("");
            var smallest = scenario.question()
                    .metric()
                    .smallestEffectText()
                    .map(s -> "; " + s)
                    .orElse("");
            Table.hanging(
                    text, scenario.question().title() + ": ", scenario.winner().text() + byHowMuch + smallest + limits);
            SweepTables.serialLine(report.scaling().serial(scenario))
                    .ifPresent(serial -> Table.hanging(text, "  serial fraction: ", serial));
            report.ownPair(scenario).ifPresent(pair -> Table.hanging(text, "  its own A/A pair: ", pair.finding()));
            scenario.arms().forEach(arm -> arm.cause()
                    .ifPresent(cause -> Table.hanging(text, "  " + arm.label().name() + ": ", cause.shortText())));
        }
        if (!report.comparisons().isEmpty()) {
            text.append('\n');
        }
        for (var scenario : report.comparisons()) {
            for (var table : List.of(LoadTables.brief(scenario), LoadTables.capacities(scenario))) {
                if (table.filled()) {
                    Table.hanging(text, "", table.caption() + ":");
                    text.append(table.plain()).append('\n');
                }
            }
        }
    }

    private void sweeps(StringBuilder text) {
        for (var sweep : report.scaling().sweeps()) {
            text.append(SweepTables.lines(sweep).caption()).append('\n');
            text.append(SweepTables.lines(sweep).plain());
            for (var crossover : sweep.crossovers()) {
                Table.hanging(text, "", crossover.text());
                Table.hanging(text, "  because : ", crossover.origin().because());
                Table.hanging(text, "  declared: ", crossover.origin().declared());
            }
            text.append(SweepTables.scaling(sweep).plain()).append('\n');
        }
    }

    private void controls(StringBuilder text) {
        var controls = Tables.controls(report);
        if (controls.filled()) {
            text.append(controls.plain());
        }
        Table.hanging(text, "", report.context().controls().text());
        report.context().controls().warnings().forEach(warning -> Table.hanging(text, "caution: ", warning));
        text.append('\n');
    }

    private void status(StringBuilder text) {
        var heading = report.heading();
        var tally = report.tally();
        Table.hanging(
                text,
                "",
                String.format(
                        Locale.ROOT,
                        "%s: %s%s. Profile %s, seed %s.",
                        heading.status().word().toUpperCase(Locale.ROOT),
                        heading.status().meaning(),
                        tally.isEmpty() ? "" : "; claims: " + tally,
                        heading.profile().text(),
                        heading.seed()));
        if (!report.falseDecisions().isEmpty()) {
            Table.hanging(text, "", report.falseDecisions());
        }
    }
}
