package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** "Choose this when": each model against each kind of work. */
public record ChoiceTable(Report report) {

    /** The table, and below it the line that names its session: {@link ReadmeTable} says where that was measured. */
    public String text() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.words("model"));
        report.questions().forEach(scenario -> columns.add(Table.words(title(scenario.question()))));
        var table = new Table(
                "Choose this when", columns, models().stream().map(this::row).toList());
        var heading = report.heading();
        return table.markdown()
                + String.format(
                        Locale.ROOT,
                        "%nFrom the session with seed %d, profile %s.%n",
                        heading.seed(),
                        heading.profile().text());
    }

    /** The kind of work and the scenario, once where they say the same; of another metric scenario and metric. */
    private static String title(ScenarioReport.Question question) {
        if (!question.metric().primary()) {
            return question.title();
        }
        return question.kind()
                .map(kind -> question.name().equalsIgnoreCase(kind.word().replace("/", ""))
                        ? kind.word()
                        : String.format(Locale.ROOT, "%s (%s)", kind.word(), question.name()))
                .orElse(question.name());
    }

    private Set<String> models() {
        Set<String> models = new LinkedHashSet<>();
        report.questions().forEach(scenario -> scenario.arms()
                .forEach(arm -> models.add(arm.label().name())));
        return models;
    }

    private List<String> row(String model) {
        List<String> cells = new ArrayList<>();
        cells.add(model);
        report.questions()
                .forEach(scenario ->
                        cells.add(scenario.arm(model).map(ChoiceTable::cell).orElse("not asked")));
        return cells;
    }

    private static String cell(ArmReport arm) {
        var state = arm.result().state();
        var ratio = arm.result().ratioToBest();
        return switch (state) {
            case WIN -> "**best**";
            case TIE -> "**ties for best**";
            case BEHIND -> ratio.map(r -> r.text() + " times worse").orElse(state.word());
            case INCONCLUSIVE, INVALID, NO_VALUE, ABSENT, WITHHELD, UNRANKED -> state.word();
        };
    }
}
