package dev.joust.compare.report.build;

import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.report.Report.Fact;
import dev.joust.compare.report.Report.Setting;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.trial.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes what a report says of the machine, and of what the numbers do not show. */
record ContextReportBuilder(Session session, Judgement judgement) {
    private static final double GIB = 1 << 30;
    private static final double CALIBRATED_SLOW = 0.95;

    Setting setting() {
        return new Setting(machine(), facts(), notAsked(), caveats());
    }

    private List<String> notAsked() {
        return Stream.concat(
                        session.plan().notAsked().stream()
                                .map(one -> one.sentence(session.plan().profile())),
                        session.plan().unavailable().stream().map(UnavailableArm::sentence))
                .toList();
    }

    private Environment environment() {
        return session.machine().environment();
    }

    private String machine() {
        var hardware = environment().hardware();
        return "%s, %s, %s"
                .formatted(
                        hardware.processor(),
                        cores(hardware.usableCores()),
                        environment().software().java());
    }

    private List<Fact> facts() {
        var hardware = environment().hardware();
        var software = environment().software();
        var limits = environment().limits();
        List<Fact> facts = new ArrayList<>();
        add(facts, "processor", hardware.processor());
        add(facts, "cores", "%d, of which usable %d".formatted(hardware.logicalCores(), hardware.usableCores()));
        add(
                facts,
                "hypervisor",
                hardware.virtual().map(yes -> yes ? "yes" : "no").orElse("n/a"));
        add(facts, "memory", gib(hardware.memoryBytes()));
        add(facts, "CPU limit", limits.cores().map(c -> text("%.2f cores", c)).orElse("none"));
        add(
                facts,
                "memory limit",
                limits.memoryBytes().map(ContextReportBuilder::gib).orElse("none"));
        add(
                facts,
                "load average before",
                environment().loadAverage().map(l -> text("%.2f", l)).orElse("n/a"));
        add(facts, "system", software.system());
        add(facts, "kernel", software.kernel() + ", " + software.architecture());
        add(facts, "JDK", software.java());
        add(facts, "JVM flags", String.join(" ", session.machine().flags()));
        add(facts, "Python on the path", software.python().orElse("none"));
        session.instrument().runtimes().forEach((name, runtimes) -> add(facts, name, runtimes.status()));
        add(facts, "runtimes", runtimes());
        add(facts, "service", session.machine().service().sentence());
        add(facts, "calibration", calibrations());
        add(facts, "the driver itself", driver());
        add(facts, "repeated beyond", disturbanceLimits());
        add(facts, "commit", environment().commit().orElse("n/a"));
        add(facts, "seed", Long.toString(session.plan().seed()));
        add(facts, "started", session.machine().started());
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        facts.add(new Fact(name, value));
    }

    private String runtimes() {
        var seen = judgement.scenarios().stream()
                .flatMap(s -> s.evidence().blocks().values().stream())
                .flatMap(block -> block.values().stream())
                .flatMap(trial -> trial.result().measurement().stream())
                .map(Measurement::model)
                .map(Measurement.ModelInfo::runtime)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return seen.isEmpty() ? "n/a" : seen;
    }

    private String driver() {
        var cost = session.instrument().driver();
        return text("%,.0f units/s through the null model, ", cost.unitsPerSecond())
                + text("median there and back %.1f us, ", cost.responseMicros())
                + cost.cpuMicros().map(cpu -> text("CPU %.2f us a unit", cpu)).orElse("CPU n/a");
    }

    private String calibrations() {
        List<String> rates = new ArrayList<>();
        new TreeMap<>(session.instrument().calibrations())
                .forEach((runtime, calibration) -> new TreeMap<>(calibration.unitsPerMilli())
                        .forEach((kernel, rate) -> rates.add(text("%s %s %.4g units/ms", runtime, kernel, rate))));
        return rates.isEmpty() ? "nothing to calibrate" : String.join(", ", rates);
    }

    private static double drift(Evidence evidence) {
        return evidence.scenario().arms().stream()
                .flatMapToDouble(arm -> evidence.scenario().workload().kernels().stream()
                        .mapToDouble(kernel -> evidence.checks().drift().least(arm, kernel)))
                .reduce(1, Math::min);
    }

    private String disturbanceLimits() {
        var disturbanceLimits = session.machine().disturbanceLimits();
        return text(
                "%.1f %% stolen, %.2f cores used by others, or stalls of %.0f ms (99th percentile)",
                100 * disturbanceLimits.stealLimit(),
                disturbanceLimits.foreignLimit(),
                disturbanceLimits.stallLimitNanos() / 1e6);
    }

    /** In the spirit of JMH's closing words: numbers are data, and why they are what they are is another question. */
    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        session.machine().disturbanceLimits().caution().ifPresent(caution -> caveats.add(caution + "."));
        double drift = judgement.scenarios().stream()
                .map(ScenarioJudgement::evidence)
                .mapToDouble(ContextReportBuilder::drift)
                .reduce(1, Math::min);
        if (drift < CALIBRATED_SLOW) {
            caveats.add(text(
                    "When work was sized, this machine was slower than at its best in this session: a kernel later took %.0f %% of its time. Ceilings are those of the best.",
                    100 * drift));
        }
        caveats.add(
                "These are figures of one machine with %s, on one day. Another count of cores, another clock or another neighbour can turn a verdict."
                        .formatted(cores(environment().hardware().usableCores())));
        caveats.add(
                "The service answers over loopback: no network delay, loss or congestion, no TLS, and it shares the cores with what it serves.");
        caveats.add(
                "Each scenario has one mix of work, one size of payload and one number in flight. Between and beyond them nothing was measured.");
        caveats.add(
                "They hold for these versions of the runtimes and libraries, with these flags. A JIT, a collector or a scheduler may do otherwise in the next.");
        caveats.add(
                "Trials last seconds after a short warm-up: leaks, fragmentation, long collections and daily peaks are out of sight.");
        caveats.add(
                "The interpreter lock of the JVM models is a model of CPython's, so they show the mechanism; absolute figures of CPython need CPython.");
        if (session.instrument().runtimes().values().stream()
                .anyMatch(runtimes -> runtimes.command().isPresent())) {
            caveats.add(
                    "A trial on a runtime other than the JVM is driven and timed by a driver in its own language, whose cost is not the one above and counts against its models.");
        }
        caveats.add("Inconclusive is not a tie, and a difference below the smallest effect is not none.");
        caveats.add(
                "An interval says how sure the figure is, not why it is so. Before you act on it, find the mechanism, and run it on your own machine.");
        return caveats;
    }

    private static String cores(int cores) {
        return cores == 1 ? "1 core" : cores + " cores";
    }

    private static String gib(long bytes) {
        return text("%.1f GiB", bytes / GIB);
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
