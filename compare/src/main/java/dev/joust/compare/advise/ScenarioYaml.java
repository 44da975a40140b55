package dev.joust.compare.advise;

import dev.joust.scenario.Durations;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A measured traffic as a scenario file, which {@code joust run} reads as the same scenario again. */
public record ScenarioYaml(Scenario scenario) {

    public String text() {
        var text = new StringBuilder();
        line(text, "scenario: %s", scenario.name());
        line(text, "question: %s", scenario.question());
        line(text, "work:");
        scenario.workload().classes().forEach(type -> work(text, type));
        line(text, "load:");
        switch (scenario.workload().load()) {
            case Load.Open open -> open(text, open);
            case Load.Capacity capacity -> capacity(text, capacity);
            case Load.Batch _, Load.Closed _ ->
                throw new IllegalArgumentException("a traffic is an open load: " + scenario.name());
        }
        line(text, "models:");
        scenario.arms()
                .forEach(arm -> line(
                        text,
                        "  - {model: %s%s}",
                        arm.model(),
                        arm.slots().map(slots -> ", slots: " + slots).orElse("")));
        line(text, "metric: %s", scenario.judging().primary());
        return text.toString();
    }

    private static void work(StringBuilder text, WorkClass type) {
        line(text, "  %s:", quoted(type.name()));
        line(text, "    weight: %d", type.weight());
        line(text, "    steps:");
        type.steps().forEach(step -> line(text, "      - %s", step(step)));
    }

    private static String step(Step step) {
        return switch (step) {
            case Step.Compute(var kernel, var cpu) ->
                "compute: {kernel: " + kernel.label() + ", cpu: " + Durations.format(cpu) + "}";
            case Step.Native(var kernel, var cpu) ->
                "native: {kernel: " + kernel.label() + ", cpu: " + Durations.format(cpu) + "}";
            case Step.Monitor(var hold) -> "monitor: " + Durations.format(hold);
            case Step.Spin(var time) -> "spin: " + Durations.format(time);
            case Step.Call(var delay, int bytes) ->
                "call: {delay: " + Durations.format(delay) + ", bytes: " + bytes + "}";
            case Step.Stream(long bytes) -> "stream: " + bytes;
            case Step.FileRead(long bytes) -> "file: " + bytes;
            case Step.Payload(int bytes) -> "payload: " + bytes;
            case Step.Sleep(var time) -> "sleep: " + Durations.format(time);
        };
    }

    private static void open(StringBuilder text, Load.Open open) {
        line(text, "  open:");
        line(text, "    rate: %s", each(open.rates(), ScenarioYaml::rate));
        line(text, "    for: %s", Durations.format(open.time()));
        if (!open.deadlines().isEmpty()) {
            line(text, "    deadline: %s", each(open.deadlines(), Durations::format));
        }
    }

    private static void capacity(StringBuilder text, Load.Capacity capacity) {
        line(text, "  capacity:");
        line(text, "    between: %s/s .. %s/s", plain(capacity.least()), plain(capacity.most()));
        line(text, "    for: %s", Durations.format(capacity.time()));
        capacity.promise()
                .ifPresent(promise -> line(
                        text,
                        "    promise: {\"p%s of %s\": %s}",
                        plain(promise.percentile()),
                        promise.of(),
                        Durations.format(promise.limit())));
    }

    private static <T> String each(Map<String, T> values, Function<T, String> form) {
        return values.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + form.apply(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String rate(Rate rate) {
        return plain(rate.atStart()) + "/s";
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A name such as {@code null} or {@code 1} is a word. */
    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static void line(StringBuilder text, String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
