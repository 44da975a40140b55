package dev.joust.scenario;

import dev.joust.scenario.Shape.Either;
import dev.joust.scenario.Shape.ListOf;
import dev.joust.scenario.Shape.ModelName;
import dev.joust.scenario.Shape.Named;
import dev.joust.scenario.Shape.Time;
import java.time.Duration;
import java.util.regex.Pattern;

/** The language of traffic profiles: every key, where it may stand, and what its value may be. See docs/advise.md. */
final class ProfileLanguage {
    /** Groups: the metric, and the class of traffic. */
    static final Pattern WANT =
            Pattern.compile("(p50|p99|p99\\.9|cpu-per-unit|memory|slo-capacity)(?:\\s+of\\s+(\\S.*))?");

    /** Groups: the number, and the power of 1,024. */
    static final Pattern MEMORY = Pattern.compile("(\\d{1,6})([kmg])");

    /** The least memory of a pod, in bytes. */
    static final long MIN_MEMORY = 16 << 20;

    private static final Shape STEP = Language.oneOf(
            "step",
            Language.optional("compute", cpuWork("compute")),
            Language.optional("native", cpuWork("native")),
            Language.optional("call", Language.call()),
            Language.optional("stream", Language.bytes("stream", Language.MAX_BODY)),
            Language.optional("file", Language.bytes("file", Language.MAX_BODY)),
            Language.optional("payload", Language.bytes("payload", Language.MAX_PAYLOAD)),
            Language.optional("sleep", new Time(Duration.ZERO, Language.MAX_TIME)));

    private static final Shape TRAFFIC = Language.mapping(
            "a class of traffic",
            Language.required("rate", OpenLoadLanguage.rate()),
            Language.required("steps", new ListOf(STEP)),
            Language.optional("deadline", OpenLoadLanguage.limit()));

    private static final Shape POD = Language.mapping(
            "pod",
            Language.optional("cpus", new Shape.Decimal(Language.MIN_CPUS, Language.MAX_CORES)),
            Language.optional(
                    "memory",
                    new Shape.Form(MEMORY, "'memory' is a whole number of k, m or g, for example 512m, found '{}'")));

    /** A whole file. */
    static final Shape PROFILE = Language.mapping(
            "profile",
            Language.required(
                    "profile",
                    Language.form(
                            "[a-z0-9]+(-[a-z0-9]+)*",
                            "a profile's name is lower-case words joined by '-', found '{}'")),
            Language.required("traffic", new Named(TRAFFIC)),
            Language.optional("pod", POD),
            Language.optional(
                    "want",
                    new Shape.Form(
                            WANT,
                            "unknown want '{}'; known: p50, p99, p99.9 (of a class of traffic), cpu-per-unit, memory,"
                                    + " slo-capacity")),
            Language.optional("now", new ModelName()),
            Language.optional("cannot", new ListOf(new ModelName())));

    private ProfileLanguage() {}

    private static Shape cpuWork(String name) {
        return new Either(new Time(Language.MIN_CPU_TIME, Language.MAX_TIME), Language.cpuWork(name));
    }
}
