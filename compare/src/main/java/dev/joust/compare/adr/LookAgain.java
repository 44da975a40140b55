package dev.joust.compare.adr;

import dev.joust.compare.report.SweepReport;
import dev.joust.compare.report.SweepReport.SweepRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** When a decision no longer rests on what was measured: something that the session held fixed has changed. */
record LookAgain(RecordedQuestion question) {
    private static final Pattern FEATURE = Pattern.compile("\\d+");

    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        question.fact("JDK")
                .ifPresent(jdk -> conditions.add(String.format(
                        Locale.ROOT, "The JDK has another feature release than %s (measured: %s)", feature(jdk), jdk)));
        question.fact("cores")
                .ifPresent(cores -> conditions.add(
                        String.format(Locale.ROOT, "The number of cores differs (measured: %s)", cores)));
        conditions.add(String.format(Locale.ROOT, "The limits differ (measured: %s)", limits()));
        question.sweep().ifPresent(sweep -> conditions.addAll(beyond(sweep)));
        conditions.add("The work, its sizes or the number of units in flight differ from those of the scenario");
        return conditions;
    }

    private static String feature(String jdk) {
        var found = FEATURE.matcher(jdk);
        return found.find() ? found.group() : "this one";
    }

    private String limits() {
        var machine = String.format(
                Locale.ROOT,
                "CPU limit %s, memory limit %s",
                question.fact("CPU limit").orElse("n/a"),
                question.fact("memory limit").orElse("n/a"));
        return question.scenario()
                .question()
                .limits()
                .map(limits -> machine + "; " + limits)
                .orElse(machine);
    }

    private List<String> beyond(SweepReport sweep) {
        var here = sweep.points().stream()
                .filter(point -> point.scenario().equals(question.name()))
                .map(SweepRow::label)
                .findFirst()
                .orElse("one value");
        var parameter = sweep.heading().parameter();
        var located = sweep.crossovers().stream()
                .flatMap(crossover -> crossover.found().stream()
                        .map(found -> String.format(
                                Locale.ROOT,
                                "%s passes %s, the %s; this record is for %s",
                                parameter,
                                found.text(),
                                crossover.claim(),
                                here)))
                .toList();
        return located.isEmpty() ? List.of(otherValue(sweep, parameter, here)) : located;
    }

    private static String otherValue(SweepReport sweep, String parameter, String here) {
        var why = sweep.crossovers().isEmpty() ? "no crossover is asked of" : "no crossover is located in";
        return String.format(
                Locale.ROOT,
                "%s is another than %s: %s the sweep %s",
                parameter,
                here,
                why,
                sweep.heading().name());
    }
}
