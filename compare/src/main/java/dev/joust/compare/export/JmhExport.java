package dev.joust.compare.export;

import dev.joust.compare.export.ExportedScenario.TrialValue;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.PrintableText;
import dev.joust.trial.Json;
import dev.joust.trial.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session in the JSON of JMH: one result per arm and judged metric. The result of the primary metric has the metrics
 * that rank nothing as its secondary ones. An arm without values of a metric has no result.
 */
record JmhExport(JudgedSession judged) {
    /** The version of JMH whose format this is. */
    private static final String JMH_VERSION = "1.37";

    /** What JMH writes for the time of an iteration that is not timed. */
    private static final String SINGLE_SHOT = "single-shot";

    String text() {
        List<Map<String, Object>> results = new ArrayList<>();
        for (var scenario : ExportedScenario.of(judged)) {
            for (var metric : scenario.judged()) {
                for (var arm : scenario.scenario().arms()) {
                    var values = scenario.values(metric, arm);
                    if (!values.isEmpty()) {
                        results.add(result(scenario, arm, metric, values));
                    }
                }
            }
        }
        return Json.pretty(results) + "\n";
    }

    private Map<String, Object> result(ExportedScenario scenario, Arm arm, Metric metric, List<TrialValue> values) {
        var trials = values.stream()
                .map(value -> value.result().measurement().orElseThrow())
                .toList();
        var primary =
                new JmhMetric(metric, values.stream().map(TrialValue::value).toList());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("jmhVersion", JMH_VERSION);
        result.put("benchmark", "dev.joust." + scenario.scenario().family() + "." + arm.name());
        result.put("mode", primary.mode());
        result.put("threads", threads(trials.getFirst()));
        result.put("forks", trials.size());
        putRuntime(
                result,
                JmhRuntime.of(judged.session(), arm, trials.getFirst().model().runtime()));
        putIterations(result, scenario, arm, trials);
        result.put("params", params(scenario, metric));
        result.put("primaryMetric", primary.fields());
        result.put(
                "secondaryMetrics", metric.equals(scenario.judged().getFirst()) ? secondary(scenario, arm) : Map.of());
        return result;
    }

    private static void putRuntime(Map<String, Object> result, JmhRuntime runtime) {
        result.put("jvm", runtime.jvm());
        result.put("jvmArgs", runtime.jvmArgs());
        result.put("jdkVersion", runtime.jdkVersion());
        result.put("vmName", runtime.name());
        result.put("vmVersion", runtime.version());
    }

    /** A batch is one shot; of another load the window is one iteration. Trials differ in how long they warm up. */
    private void putIterations(
            Map<String, Object> result, ExportedScenario scenario, Arm arm, List<Measurement> trials) {
        var work = scenario.scenario().workload().on(arm);
        var iteration = judged.session()
                .plan()
                .profile()
                .warmUp(scenario.scenario(), work)
                .iteration();
        result.put(
                "warmupIterations",
                trials.stream()
                        .mapToInt(trial -> trial.window().warmUp().size())
                        .max()
                        .orElseThrow());
        result.put("warmupTime", work.load() instanceof Load.Batch ? SINGLE_SHOT : time(iteration));
        result.put("warmupBatchSize", 1);
        result.put("measurementIterations", 1);
        result.put(
                "measurementTime",
                switch (work.load()) {
                    case Load.Batch _ -> SINGLE_SHOT;
                    case Load.Closed closed -> time(closed.time());
                    case Load.Open open -> time(open.time());
                    case Load.Capacity capacity -> time(capacity.time());
                });
        result.put("measurementBatchSize", 1);
    }

    /** As JMH writes a time: a whole number and a unit. */
    private static String time(Duration time) {
        if (time.toNanos() % 1_000_000_000 == 0) {
            return time.toSeconds() + " s";
        }
        return time.toNanos() % 1_000_000 == 0 ? time.toMillis() + " ms" : time.toNanos() + " ns";
    }

    /** JMH's threads call at once, as the units of a batch or a closed load do. An open load has one caller. */
    private static int threads(Measurement trial) {
        return Math.max(
                1,
                trial.classes().values().stream()
                        .mapToInt(Measurement.ClassResult::inFlight)
                        .sum());
    }

    /** What tells results of one name apart, and how to repeat them. The value of a sweep is a parameter. */
    private Map<String, String> params(ExportedScenario scenario, Metric metric) {
        Map<String, String> params = new LinkedHashMap<>();
        scenario.scenario()
                .point()
                .ifPresent(
                        point -> params.put(PrintableText.line(point.parameter()), PrintableText.line(point.label())));
        params.put("metric", PrintableText.line(metric.toString()));
        params.put("profile", judged.session().plan().profile().label());
        params.put("seed", Long.toString(judged.session().plan().seed()));
        return params;
    }

    private static Map<String, Object> secondary(ExportedScenario scenario, Arm arm) {
        Map<String, Object> secondary = new LinkedHashMap<>();
        for (var metric : scenario.metrics()) {
            var values = scenario.judged().contains(metric)
                    ? List.<Double>of()
                    : scenario.values(metric, arm).stream()
                            .map(TrialValue::value)
                            .toList();
            if (!values.isEmpty()) {
                secondary.put(PrintableText.line(metric.toString()), new JmhMetric(metric, values).fields());
            }
        }
        return secondary;
    }
}
