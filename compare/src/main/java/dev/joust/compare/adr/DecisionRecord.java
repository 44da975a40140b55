package dev.joust.compare.adr;

import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.CostReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.report.StatusReport;
import dev.joust.compare.report.WinnerReport;
import dev.joust.compare.report.WinnerReport.WinnerKind;
import dev.joust.trial.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An architecture decision record in the form of MADR 4.0.0.
 *
 * @param title in one line
 * @param text the file, from its front matter to its last line
 */
public record DecisionRecord(String title, String text) {

    /**
     * Why the session gives no record of this scenario, in one line; empty where it gives one. A record stays, so it
     * needs a session that is shown to be sound.
     */
    public static Optional<String> refusal(Report report, ScenarioReport scenario) {
        var status = report.heading().status();
        if (status != StatusReport.SOUND) {
            return Optional.of(
                    String.format(Locale.ROOT, "%s: %s", status.word().toUpperCase(Locale.ROOT), status.meaning()));
        }
        var kind = scenario.winner().kind();
        return kind == WinnerKind.SOLE
                        || kind == WinnerKind.TIED
                        || kind == WinnerKind.UNDECIDED
                        || kind == WinnerKind.ON_MACHINE
                ? Optional.empty()
                : Optional.of(
                        scenario.question().title() + ": " + scenario.winner().text());
    }

    /**
     * The record of what a session found about a scenario.
     *
     * @throws IllegalArgumentException where there is a {@link #refusal}
     */
    public static DecisionRecord of(Report report, ScenarioReport scenario, RecordSource source) {
        refusal(report, scenario).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        var question = new RecordedQuestion(report, scenario, source);
        var chosen = ChosenOption.of(question);
        var title = chosen.option()
                .map(option -> String.format(Locale.ROOT, "Use %s for %s", option, question.name()))
                .orElse(String.format(Locale.ROOT, "Leave open which model runs %s", question.name()));
        return new DecisionRecord(title, frontMatter(source) + body(title, question, chosen));
    }

    /** JSON is YAML, so names of people need no further quotes. */
    private static String frontMatter(RecordSource source) {
        return String.format(
                Locale.ROOT,
                "---\nstatus: proposed\ndate: %s\ndecision-makers: %s\n---\n\n",
                source.date(),
                Json.line(source.decisionMakers()));
    }

    private static String body(String title, RecordedQuestion question, ChosenOption chosen) {
        var page = new WrappedMarkdown();
        page.heading(1, title);
        page.heading(2, "Context and Problem Statement");
        context(page, question);
        page.heading(2, "Decision Drivers");
        page.list(drivers(question));
        page.heading(2, "Considered Options");
        page.list(question.options());
        notRun(page, question);
        page.heading(2, "Decision Outcome");
        outcome(page, question, chosen);
        page.heading(3, "Confirmation");
        new ConfirmationText(question).writeTo(page);
        page.heading(2, "Pros and Cons of the Options");
        page.paragraph("Figures are medians over the valid trials.");
        question.scenario().arms().forEach(arm -> option(page, question, arm));
        page.heading(2, "More Information");
        page.list(information(question));
        return page.text();
    }

    private static void context(WrappedMarkdown page, RecordedQuestion question) {
        var report = question.report();
        page.paragraph(question.scenario().question().text());
        page.paragraph(String.format(
                Locale.ROOT,
                "The scenario %s asks this. It was measured on %s, on %s, with the profile %s. The session is %s: %s.",
                question.name(),
                report.heading().started(),
                report.context().machine(),
                report.heading().profile().text(),
                report.heading().status().word(),
                report.heading().status().meaning()));
        question.scenario().question().limits().ifPresent(limits -> page.paragraph("Limits: " + limits + "."));
        question.basis()
                .ifPresent(basis -> page.paragraph(String.format(
                        Locale.ROOT,
                        "A ratio has its interval in brackets. Where nothing else is said, the confidence of an"
                                + " interval is %s.",
                        basis.replace(", ", ", from "))));
    }

    private static List<String> drivers(RecordedQuestion question) {
        List<String> drivers = new ArrayList<>();
        var metric = question.scenario().question().metric();
        drivers.add(String.format(
                Locale.ROOT,
                "%s in %s, %s; it ranks the options, and a difference below %s does not count",
                metric.name(),
                metric.unit(),
                metric.direction(),
                question.marginText()));
        question.otherMetrics()
                .forEach(other -> drivers.add(String.format(
                        Locale.ROOT,
                        "%s in %s, %s",
                        other.question().metric().name(),
                        other.question().metric().unit(),
                        other.question().metric().direction())));
        question.costs().stream()
                .map(CostReport::figure)
                .forEach(figure -> drivers.add(figure.words() + ", lower is better"));
        return drivers;
    }

    private static void notRun(WrappedMarkdown page, RecordedQuestion question) {
        var missing = question.scenario().winner().asked().notRun();
        if (!missing.isEmpty()) {
            page.paragraph(String.format(
                    Locale.ROOT,
                    "Not considered, because the runtime is missing: %s.",
                    WinnerReport.enumerated(missing)));
        }
    }

    private static void outcome(WrappedMarkdown page, RecordedQuestion question, ChosenOption chosen) {
        if (chosen.option().isEmpty()) {
            page.paragraph(String.format(Locale.ROOT, "No option is chosen, because %s.", chosen.because()));
            page.list(question.scenario().winner().open());
            page.paragraph("What it would take to decide:");
            page.list(new WhatItTakes(question).lines());
            return;
        }
        var option = chosen.option().get();
        page.paragraph(String.format(Locale.ROOT, "Chosen option: \"%s\", because %s.", option, chosen.because()));
        page.list(chosen.tieBreak());
        page.heading(3, "Consequences");
        page.list(new OptionArguments(question)
                .consequences(option).stream().map(RecordArgument::text).toList());
    }

    private static void option(WrappedMarkdown page, RecordedQuestion question, ArmReport arm) {
        page.heading(3, arm.label().name());
        arm.cause()
                .ifPresent(cause ->
                        page.paragraph(String.format(Locale.ROOT, "Cause: %s: %s", cause.kind(), cause.because())));
        page.list(new OptionArguments(question)
                .of(arm.label().name()).stream().map(RecordArgument::text).toList());
    }

    private static List<String> information(RecordedQuestion question) {
        var report = question.report();
        List<String> lines = new ArrayList<>();
        lines.add("The session is in " + question.source().results().folder());
        question.scenario()
                .question()
                .metric()
                .smallestEffectText()
                .map(WhatItTakes::capital)
                .ifPresent(lines::add);
        report.ownPair(question.scenario()).ifPresent(pair -> lines.add("Its own A/A pair: " + pair.finding()));
        if (!report.falseDecisions().isEmpty()) {
            lines.add(report.falseDecisions().replaceFirst("\\.$", ""));
        }
        lines.add("These figures hold for one machine on one day: report.html says what they do not show");
        return lines;
    }
}
