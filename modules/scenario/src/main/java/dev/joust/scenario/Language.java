package dev.joust.scenario;

import dev.joust.scenario.Shape.ByKey;
import dev.joust.scenario.Shape.Choice;
import dev.joust.scenario.Shape.Decimal;
import dev.joust.scenario.Shape.Either;
import dev.joust.scenario.Shape.Form;
import dev.joust.scenario.Shape.Key;
import dev.joust.scenario.Shape.ListOf;
import dev.joust.scenario.Shape.Mapping;
import dev.joust.scenario.Shape.ModelName;
import dev.joust.scenario.Shape.Named;
import dev.joust.scenario.Shape.OptionValue;
import dev.joust.scenario.Shape.PerCore;
import dev.joust.scenario.Shape.Size;
import dev.joust.scenario.Shape.Swept;
import dev.joust.scenario.Shape.Text;
import dev.joust.scenario.Shape.Time;
import dev.joust.scenario.Shape.Whole;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The scenario language: every key, where it may stand, and what its value may be. docs/scenarios.md explains them. */
final class Language {
    static final Duration MAX_TIME = Duration.ofSeconds(60);
    static final Duration MIN_WINDOW = Duration.ofMillis(100);
    static final Duration MAX_WINDOW = Duration.ofMinutes(10);
    static final Duration MIN_CPU_TIME = Duration.ofNanos(1_000);
    private static final Duration MIN_SHARED_TIME = Duration.ofMillis(1);
    static final double MIN_CPUS = 0.01;
    static final long MAX_BODY = 1L << 30;
    static final long MAX_CALL = 16L << 20;
    static final long MAX_PAYLOAD = 64L << 20;
    static final int MAX_UNITS = 1_000_000;
    static final int MAX_WEIGHT = 1000;
    static final int MAX_CORES = 1024;
    static final double MIN_CPU_FACTOR = 0.01;
    static final double MAX_CPU_FACTOR = 100;

    /** Loopback has about 28,000 ports. With more units in flight a trial measures the port table. */
    static final int MAX_IN_FLIGHT = 20_000;

    /** The kernel holds a backlog in 16 bits. */
    private static final int MAX_BACKLOG = 65_535;

    /** In units per second. The generator is one thread. */
    static final double MAX_RATE = 100_000;

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final String RIVALS = "([^\\s\\[\\]]+|\\[[^\\[\\]]+\\])";

    /** Groups: the arm, then rivals and factor of "beats", or rivals and percentage of "ties". */
    static final Pattern CLAIM = Pattern.compile("(\\S+)\\s+(?:beats\\s+" + RIVALS + "\\s+by\\s+" + NUMBER + "x"
            + "|ties\\s+" + RIVALS + "\\s+within\\s+" + NUMBER + "\\s*%)");

    /** Groups: the factor and the percentage. */
    static final Pattern EXPECTED = Pattern.compile(NUMBER + "x\\s+within\\s+" + NUMBER + "\\s*%");

    private static final Shape KERNEL = new Choice(
            "kernel", Arrays.stream(Kernel.values()).map(Kernel::label).toList());

    private static final Shape STEP = oneOf(
            "step",
            optional("compute", cpuWork("compute")),
            optional("native", cpuWork("native")),
            optional("monitor", new Time(MIN_CPU_TIME, MAX_TIME)),
            optional("spin", new Time(MIN_CPU_TIME, MAX_TIME)),
            optional("call", call()),
            optional("stream", bytes("stream", MAX_BODY)),
            optional("file", bytes("file", MAX_BODY)),
            optional("payload", bytes("payload", MAX_PAYLOAD)),
            optional("sleep", new Time(Duration.ZERO, MAX_TIME)));

    private static final Shape CPU_SHARE =
            form(NUMBER + "\\s*%", "'cpuShare' must be a percentage, for example 50 %, found '{}'");

    private static final Shape WORK_CLASS = new Either(
            new ListOf(STEP),
            new ByKey(
                    "cpuShare",
                    mapping(
                            "work-by-share",
                            optional("weight", new Whole(1, MAX_WEIGHT)),
                            required("time", new Time(MIN_SHARED_TIME, MAX_TIME)),
                            required("cpuShare", new Swept(CPU_SHARE)),
                            required("kernel", KERNEL)),
                    mapping(
                            "work",
                            optional("weight", new Whole(1, MAX_WEIGHT)),
                            required("steps", new ListOf(STEP)))));

    private static final Shape BATCH_UNITS = new PerCore(1, MAX_UNITS);

    private static final Shape LOAD = oneOf(
            "load",
            optional("batch", new Either(BATCH_UNITS, mapping("batch", required("units", BATCH_UNITS)))),
            optional(
                    "closed",
                    mapping(
                            "closed",
                            required("inFlight", new Either(new Swept(inFlight()), new Named(new Swept(inFlight())))),
                            required("for", new Time(MIN_WINDOW, MAX_WINDOW)))),
            optional("open", OpenLoadLanguage.open()),
            optional("capacity", OpenLoadLanguage.capacity()));

    private static final Shape OVER = new Either(
            form("http", "unknown way to a model '{}'; known: http"),
            oneOf(
                    "over",
                    optional(
                            "http",
                            mapping(
                                    "http",
                                    optional("connections", new Swept(new Whole(1, MAX_IN_FLIGHT))),
                                    optional("keepAlive", new Shape.TrueOrFalse()),
                                    optional("backlog", new Swept(new Whole(1, MAX_BACKLOG)))))));

    private static final Key JAVA = optional("java", new Text());
    private static final Key FLAGS =
            optional("flags", new ListOf(form("--?[A-Za-z?].*", "a flag begins with '-', found '{}'")));
    private static final Key JARS = optional("jars", new ListOf(new Text()));
    private static final Key PYTHON = optional("python", new Text());
    private static final Key OPTIONS = optional("options", new Named(new OptionValue()));

    /** A file of {@code joust versus}: what an arm runs on, and the options of its model. */
    static final Shape SETTINGS = mapping("settings", JAVA, FLAGS, JARS, PYTHON, OPTIONS);

    private static final Shape MODEL = new Either(
            new ModelName(),
            mapping(
                    "model",
                    optional(
                            "name",
                            form(
                                    "[A-Za-z0-9][A-Za-z0-9._-]*",
                                    "a name is letters, digits, '.', '_' and '-', found '{}'")),
                    required("model", new ModelName()),
                    optional("slots", new Swept(new Whole(1, MAX_IN_FLIGHT))),
                    optional("cpuFactor", new Decimal(MIN_CPU_FACTOR, MAX_CPU_FACTOR)),
                    optional("inFlight", new Named(inFlight())),
                    optional("without", new ListOf(new Text())),
                    JAVA,
                    FLAGS,
                    JARS,
                    PYTHON,
                    OPTIONS));

    private static final Shape METRIC = form(
            String.format(
                    Locale.ROOT,
                    "(%s)(\\s+of\\s+\\S.*)?",
                    Metric.labels().replace(".", "\\.").replace(", ", "|")),
            "unknown metric '{}'; known: " + Metric.labels());

    private static final Shape NEEDS = mapping("needs", required("cores", new Whole(1, MAX_CORES)));

    private static final Shape CLAIMS = new ListOf(mapping(
            "claim",
            required("claim", new Form(CLAIM, "a claim is 'X beats Y by 1.5x' or 'X ties Y within 10 %', found '{}'")),
            required("because", new Text()),
            optional("metric", METRIC),
            optional("at", new Either(new OptionValue(), new ListOf(new OptionValue()))),
            optional("needs", NEEDS)));

    private static final Shape CROSSOVERS = new ListOf(mapping(
            "crossover",
            required("between", new ListOf(new Text())),
            required("predicted", new OptionValue()),
            optional("by", form(NUMBER + "x", "'by' of a crossover is a factor, for example 1.05x, found '{}'")),
            required("because", new Text())));

    /** A list of arms, or a word. */
    private static final Shape QUICK =
            new Either(form("none", "quick takes a list of arms, or none, found '{}'"), new ListOf(new Text()));

    private static final Shape CONTROL = form(
            "same|slower|" + EXPECTED.pattern(),
            "unknown control '{}'; known: same, slower, or an expected factor such as '5.00x within 3 %'");

    private static final Shape ARTICLE = mapping(
            "article",
            required("says", new Text()),
            required("is", form("right|wrong", "an article's statement is right or wrong, found '{}'")));

    /** A whole file. */
    static final Shape SCENARIO = mapping(
            "scenario file",
            required(
                    "scenario",
                    form("[a-z0-9]+(-[a-z0-9]+)*", "a scenario's name is lower-case words joined by '-', found '{}'")),
            required("question", new Text()),
            optional("article", ARTICLE),
            required("work", new Named(WORK_CLASS)),
            required("load", LOAD),
            optional("over", OVER),
            optional("cpus", new Swept(new Decimal(MIN_CPUS, MAX_CORES))),
            required("models", new ListOf(MODEL)),
            optional("quick", QUICK),
            required("metric", METRIC),
            optional("needs", NEEDS),
            optional("claims", CLAIMS),
            optional("crossovers", CROSSOVERS),
            optional("control", CONTROL));

    private Language() {}

    static Shape call() {
        return new Either(
                new Time(Duration.ZERO, MAX_TIME),
                mapping(
                        "call",
                        required("delay", new Time(Duration.ZERO, MAX_TIME)),
                        optional("bytes", new Size(MAX_CALL))));
    }

    static Shape cpuWork(String name) {
        return mapping(name, required("kernel", KERNEL), required("cpu", new Time(MIN_CPU_TIME, MAX_TIME)));
    }

    static Shape bytes(String name, long max) {
        return new Either(new Size(max), mapping(name, required("bytes", new Size(max))));
    }

    private static Shape inFlight() {
        return new PerCore(1, MAX_IN_FLIGHT);
    }

    static Shape form(String pattern, String complaint) {
        return new Form(Pattern.compile(pattern), complaint);
    }

    static Mapping mapping(String name, Key... keys) {
        return new Mapping(name, false, List.of(keys));
    }

    static Shape oneOf(String name, Key... keys) {
        return new Mapping(name, true, List.of(keys));
    }

    static Key required(String name, Shape value) {
        return new Key(name, true, value);
    }

    static Key optional(String name, Shape value) {
        return new Key(name, false, value);
    }
}
