package dev.joust.compare.adr;

import static dev.joust.compare.adr.RecordArgument.bad;
import static dev.joust.compare.adr.RecordArgument.good;
import static dev.joust.compare.adr.RecordArgument.neutral;

import dev.joust.compare.adr.RecordArgument.Weight;
import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.CostReport;
import dev.joust.compare.report.Numbers;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.report.ScenarioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What speaks for and against each option: the metric that ranks, the other metrics, and the costs. A difference whose
 * whole interval lies beyond the margin is good or bad. All else is neutral, with its figures.
 */
record OptionArguments(RecordedQuestion question) {

    List<RecordArgument> of(String option) {
        List<RecordArgument> arguments = new ArrayList<>();
        arguments.add(onMetric(question.scenario(), option));
        for (var other : question.otherMetrics()) {
            other.arm(option).ifPresent(_ -> arguments.add(onMetric(other, option)));
        }
        for (var cost : question.costs()) {
            cost.median(option).ifPresent(median -> arguments.add(onCost(cost, option, median)));
        }
        return arguments;
    }

    /** The arguments that count for the option that is chosen. That nothing speaks against it is one of them. */
    List<RecordArgument> consequences(String option) {
        List<RecordArgument> consequences = new ArrayList<>(of(option));
        consequences.removeIf(argument -> argument.weight() == Weight.NEUTRAL);
        if (consequences.stream().noneMatch(argument -> argument.weight() == Weight.BAD)) {
            consequences.add(
                    question.costs().isEmpty()
                            ? neutral("its resource usage is not known")
                            : neutral(
                                    "no other option is shown to be better by %s on another metric or a cost",
                                    question.marginText()));
        }
        return consequences;
    }

    private RecordArgument onMetric(ScenarioReport ranked, String option) {
        var arm = ranked.arm(option).orElseThrow();
        var metric = ranked.question().metric();
        var value = String.format(Locale.ROOT, "its %s is %s", metric.name(), value(arm, metric.unit()));
        return switch (arm.result().state()) {
            case WIN -> good("%s, the best%s", value, lead(ranked));
            case TIE -> good("%s, which ties for the first place within %s", value, question.marginText());
            case BEHIND -> bad("%s, and %s", value, behind(ranked, arm));
            case INCONCLUSIVE -> neutral("%s, and it may be best%s", value, open(ranked, arm));
            case INVALID -> neutral("it is not judged: %s", invalid(arm));
            case NO_VALUE -> neutral("it has no value of %s: %s", metric.name(), absence(arm));
            case ABSENT -> neutral("it did not take part");
            case WITHHELD, UNRANKED -> neutral("it is not ranked on %s", metric.name());
        };
    }

    private static String value(ArmReport arm, String unit) {
        var result = arm.result();
        return result.median()
                .map(median -> Numbers.figure(median) + " " + unit)
                .or(() -> result.atLeast().map(bound -> "at least " + Numbers.figure(bound) + " " + unit))
                .orElse("not known");
    }

    private String lead(ScenarioReport ranked) {
        return ranked.winner()
                .lead()
                .map(by -> String.format(
                        Locale.ROOT, "; it beats %s, the nearest, by %s", by.over(), question.text(by.ratio())))
                .orElse("");
    }

    private String behind(ScenarioReport ranked, ArmReport arm) {
        var better = ranked.reference().orElse("another option");
        return arm.result()
                .ratioToBest()
                .map(ratio -> String.format(Locale.ROOT, "%s is better by %s", better, question.text(ratio)))
                .orElse("another option is better");
    }

    private String open(ScenarioReport ranked, ArmReport arm) {
        return arm.result()
                .ratioToBest()
                .map(ratio -> String.format(
                        Locale.ROOT,
                        "; the advantage of %s over it is %s",
                        ranked.reference().orElse("the best"),
                        question.text(ratio)))
                .orElse("");
    }

    /** The reason of the first invalid trial. */
    static String invalid(ArmReport arm) {
        return arm.trials().invalid().stream()
                .map(trial -> "no trial is valid; " + trial.reason())
                .findFirst()
                .orElse("no trial is valid");
    }

    static String absence(ArmReport arm) {
        return arm.result().absence().orElse("none of its trials has one");
    }

    private RecordArgument onCost(CostReport cost, String option, double median) {
        var used = cost.figure().amount(median);
        var least = cost.least(question.options()).orElse(option);
        return least.equals(option) ? onLeast(cost, option, used) : onMore(cost.times(option, least), least, used);
    }

    private RecordArgument onMore(Optional<RatioReport> times, String least, String used) {
        if (times.isEmpty()) {
            return neutral("it uses %s, and too few blocks compare it with %s", used, least);
        }
        return new RecordArgument(
                isBeyondMargin(times.get()) ? Weight.BAD : Weight.NEUTRAL,
                String.format(
                        Locale.ROOT, "it uses %s, %s times as much as %s", used, question.text(times.get()), least));
    }

    private RecordArgument onLeast(CostReport cost, String option, String used) {
        var nearest = nearest(cost, option);
        var times = nearest.flatMap(other -> cost.times(other, option));
        if (times.isEmpty()) {
            return neutral("it uses %s, and nothing is compared with it", used);
        }
        return isBeyondMargin(times.get())
                ? good(
                        "it uses %s, the least; %s, the nearest, uses %s times as much",
                        used, nearest.get(), question.text(times.get()))
                : neutral("it uses %s, and %s uses %s times as much", used, nearest.get(), question.text(times.get()));
    }

    private boolean isBeyondMargin(RatioReport times) {
        return times.low() >= 1 + question.margin();
    }

    private Optional<String> nearest(CostReport cost, String option) {
        return cost.least(question.options().stream()
                .filter(other -> !other.equals(option))
                .toList());
    }
}
