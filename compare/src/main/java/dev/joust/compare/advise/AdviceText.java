package dev.joust.compare.advise;

import dev.joust.compare.report.Table;
import dev.joust.scenario.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An advice for a terminal.
 *
 * @param metric the one that decides
 * @param wanted the class of traffic that decides
 */
public record AdviceText(Advice advice, String metric, String wanted) {

    /** The text, ending with a line break. A contradiction comes first. */
    public String text() {
        var text = new StringBuilder();
        advice.disagreements().forEach(line -> Table.hanging(text, "contradiction: ", line));
        Table.hanging(text, "", advice.decision().sentence());
        text.append("\nStage 2: arithmetic and measurement\n\n");
        text.append(table().plain()).append('\n');
        advice.models().forEach(model -> model.expected()
                .loop()
                .ifPresent(loop -> Table.hanging(
                        text,
                        model.model() + ": ",
                        String.format(
                                Locale.ROOT,
                                "its loop was busy %s; beyond the CPU time of the profile that is %s per visit, and"
                                        + " with it a mean response of %s is expected",
                                AdviceNumbers.share(loop.busy()),
                                AdviceNumbers.time(loop.visitCost()),
                                time(loop.inTrials())))));
        text.append("\nStage 3: what the choice depends on\n\n");
        if (advice.decision().model().isEmpty()) {
            text.append("  nothing is chosen\n");
        } else if (advice.flips().isEmpty()) {
            text.append("  by arithmetic no input alone changes it, up to 16 times as much or as little\n");
        }
        advice.flips().forEach(flip -> Table.hanging(text, "  * ", flip.text()));
        advice.leaveAlone().ifPresent(said -> {
            text.append('\n');
            Table.hanging(text, "When not to optimise: ", said);
        });
        return PrintableText.lines(text.toString());
    }

    private Table table() {
        return new Table(
                "",
                List.of(
                        new Table.Column("model", false),
                        new Table.Column("mean of " + wanted + ": arithmetic", true),
                        new Table.Column("in trials of this length", true),
                        new Table.Column("measured", true),
                        new Table.Column(metric, true),
                        new Table.Column("verdict", false)),
                advice.models().stream().map(AdviceText::row).toList());
    }

    private static List<String> row(MeasuredModel model) {
        return List.of(
                model.model(),
                time(model.expected().steady()),
                time(model.expected().inTrials()),
                time(model.mean()),
                model.value(),
                model.state());
    }

    private static String time(Optional<Double> seconds) {
        return seconds.map(AdviceNumbers::time).orElse("-");
    }
}
