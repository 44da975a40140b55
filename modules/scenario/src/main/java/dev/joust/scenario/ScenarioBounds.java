package dev.joust.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bounds of a scenario file, for a scenario that was read from JSON. A session file may come from a stranger, and a
 * number out of bounds could fill the memory or the disk.
 */
public final class ScenarioBounds {
    /** The most arms of a scenario. */
    static final int MAX_ARMS = 100;

    /** The language's names; limits of CPU time and memory add a suffix such as {@code -0.5cpu-256m}. */
    private static final Pattern SCENARIO = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");

    /** The name of an arm or a model. */
    static final Pattern ARM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_PATH = 4_096;
    private static final int MAX_WORDS = 100;

    private ScenarioBounds() {}

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException for the first value beyond them, in one line
     */
    public static void check(Scenario scenario) {
        name("scenario", SCENARIO, scenario.name());
        within("question", scenario.question().length(), 1, MAX_TEXT);
        within("models", scenario.arms().size(), 0, MAX_ARMS);
        scenario.arms().forEach(ScenarioBounds::check);
        check(scenario.workload());
        scenario.point().ifPresent(ScenarioBounds::check);
        scenario.judging().claims().forEach(claim -> within("cores", claim.cores(), 1, Language.MAX_CORES));
    }

    private static void check(SweepPoint point) {
        name("sweep", SCENARIO, point.sweep());
        within("parameter", point.parameter().length(), 1, MAX_NAME);
        within("label", point.label().length(), 1, MAX_NAME);
        finite("value", point.value());
        within("crossovers", point.crossovers().size(), 0, MAX_ARMS);
        for (var claim : point.crossovers()) {
            name("arm", ARM, claim.between().arm());
            name("arm", ARM, claim.between().other());
            finite("predicted", claim.predicted().value());
            finite("by", claim.between().by());
        }
    }

    private static void finite(String key, double number) {
        if (!(number >= 0 && Double.isFinite(number))) {
            throw beyond(key, 0, Double.MAX_VALUE, number);
        }
    }

    private static void check(Arm arm) {
        name("arm", ARM, arm.name());
        name("model", ARM, arm.model());
        arm.slots().ifPresent(slots -> within("slots", slots, 1, Language.MAX_IN_FLIGHT));
        if (!(arm.cpuFactor() >= Language.MIN_CPU_FACTOR && arm.cpuFactor() <= Language.MAX_CPU_FACTOR)) {
            throw beyond("cpuFactor", Language.MIN_CPU_FACTOR, Language.MAX_CPU_FACTOR, arm.cpuFactor());
        }
        arm.inFlight().forEach((work, units) -> within(work, units, 0, Language.MAX_IN_FLIGHT));
        arm.runtime().ifPresent(ScenarioBounds::check);
    }

    private static void check(ArmRuntime runtime) {
        Stream.concat(runtime.java().stream(), runtime.python().stream())
                .forEach(path -> within("path", path.length(), 1, MAX_PATH));
        within("flags", runtime.flags().size(), 0, MAX_WORDS);
        runtime.flags().forEach(flag -> within("flag", flag.length(), 1, JvmFlag.MAX_LENGTH));
        within("jars", runtime.jars().size(), 0, MAX_WORDS);
        runtime.jars().forEach(jar -> within("jar", jar.length(), 1, MAX_PATH));
    }

    private static void check(Workload workload) {
        for (var work : workload.classes()) {
            within("work", work.name().length(), 1, MAX_NAME);
            within("weight", work.weight(), 1, Language.MAX_WEIGHT);
            work.steps().forEach(ScenarioBounds::check);
        }
        switch (workload.load()) {
            case Load.Batch(Load.Count(int units, boolean _)) -> within("units", units, 1, Language.MAX_UNITS);
            case Load.Closed(var inFlight, Duration time) -> {
                inFlight.forEach((work, units) -> within(work, units, 1, Language.MAX_IN_FLIGHT));
                within("for", time.toNanos(), 1, Language.MAX_WINDOW.toNanos());
            }
            case Load.Open _, Load.Capacity _ -> OpenLoadBounds.check(workload);
        }
    }

    private static void check(Step step) {
        switch (step) {
            case Step.Cpu computed -> time("cpu", computed.cpu());
            case Step.Spin(Duration time) -> time("spin", time);
            case Step.Call(Duration delay, int bytes) -> {
                time("delay", delay);
                within("bytes", bytes, 0, Language.MAX_CALL);
            }
            case Step.Stream(long bytes) -> within("stream", bytes, 0, Language.MAX_BODY);
            case Step.FileRead(long bytes) -> within("file", bytes, 0, Language.MAX_BODY);
            case Step.Payload(int bytes) -> within("payload", bytes, 0, Language.MAX_PAYLOAD);
            case Step.Sleep(Duration time) -> time("sleep", time);
        }
    }

    private static void time(String key, Duration time) {
        within(key, time.toNanos(), 0, Language.MAX_TIME.toNanos());
    }

    private static void within(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw beyond(key, min, max, value);
        }
    }

    private static void name(String key, Pattern form, String name) {
        if (name.length() > MAX_NAME || !form.matcher(name).matches()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a name of %s is letters, digits, '.', '_' and '-', found '%s'",
                    key,
                    PrintableText.line(name.substring(0, Math.min(MAX_NAME, name.length())))));
        }
    }

    private static IllegalArgumentException beyond(String key, Object min, Object max, Object found) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "'%s' must be %s to %s, found %s", key, min, max, found));
    }
}
