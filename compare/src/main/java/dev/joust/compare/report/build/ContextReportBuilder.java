package dev.joust.compare.report.build;

import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.report.ContextReport;
import dev.joust.compare.report.ContextReport.LeftOutBy;
import dev.joust.compare.report.ContextReport.NotAskedReport;
import dev.joust.compare.report.Fact;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.trial.JvmVariables;
import dev.joust.trial.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes what a report shows of the machine, the instrument, and the limits of the numbers. */
record ContextReportBuilder(Session session, Judgement judgement, List<DisturbanceNote> notes) {
    private static final double GIB = 1 << 30;
    private static final double WORTH_A_CAVEAT = 0.95;

    ContextReport context() {
        return new ContextReport(
                machine(), facts(), new ControlsReportBuilder(judgement).controls(), notAsked(), caveats());
    }

    private NotAskedReport notAsked() {
        var leftOut = session.plan().notAsked();
        var lines = Stream.concat(
                        leftOut.stream().map(one -> one.sentence(session.plan().profile())),
                        session.plan().unavailable().stream().map(UnavailableArm::sentence))
                .toList();
        return new NotAskedReport(lines, leftOut.stream().findFirst().map(one -> switch (one.reason()) {
            case LEFT_OUT_BY_PROFILE -> LeftOutBy.PROFILE;
            case LEFT_OUT_BY_MODELS -> LeftOutBy.MODELS;
        }));
    }

    private Environment environment() {
        return session.machine().environment();
    }

    private String machine() {
        var hardware = environment().hardware();
        return String.format(
                Locale.ROOT,
                "%s, %s, %s",
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
        add(
                facts,
                "cores",
                String.format(Locale.ROOT, "%s, of which usable %s", hardware.logicalCores(), hardware.usableCores()));
        add(
                facts,
                "hypervisor",
                hardware.virtual().map(yes -> yes ? "yes" : "no").orElse("n/a"));
        add(facts, "memory", gib(hardware.memoryBytes()));
        add(
                facts,
                "CPU limit",
                limits.cores()
                        .map(c -> String.format(Locale.ROOT, "%.2f cores", c))
                        .orElse("none"));
        add(
                facts,
                "memory limit",
                limits.memoryBytes().map(ContextReportBuilder::gib).orElse("none"));
        add(
                facts,
                "load average before",
                environment()
                        .loadAverage()
                        .map(l -> String.format(Locale.ROOT, "%.2f", l))
                        .orElse("n/a"));
        add(facts, "system", software.system());
        add(facts, "kernel", software.kernel() + ", " + software.architecture());
        add(facts, "JDK", software.java());
        add(facts, "JVM flags", String.join(" ", session.machine().flags()));
        add(facts, "Python on the path", software.python().orElse("none"));
        session.instrument().runtimes().forEach((name, runtimes) -> add(facts, name, runtimes.status()));
        session.instrument().chosenByArms().forEach(variant -> add(facts, variant.name(), variant.text()));
        add(facts, "runtimes", runtimes());
        var service = session.machine().service();
        add(facts, "service", service.withoutFlags());
        if (!service.flags().isEmpty()) {
            add(facts, "service JVM flags", String.join(" ", service.flags()));
        }
        add(facts, "calibration", calibrations());
        add(facts, "cost of the driver", driver());
        add(facts, "blocks repeated beyond", disturbanceLimits());
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
        return String.format(Locale.ROOT, "%,.0f units/s through a model that does nothing, ", cost.unitsPerSecond())
                + String.format(Locale.ROOT, "median response %.1f us, ", cost.responseMicros())
                + cost.cpuMicros()
                        .map(cpu -> String.format(Locale.ROOT, "CPU %.2f us per unit", cpu))
                        .orElse("CPU n/a");
    }

    private String calibrations() {
        List<String> rates = new ArrayList<>();
        new TreeMap<>(session.instrument().calibrations())
                .forEach((runtime, calibration) -> new TreeMap<>(calibration.unitsPerMilli())
                        .forEach((kernel, rate) -> rates.add(String.format(
                                Locale.ROOT, "%s on %s: %.4g operations per ms of CPU time", kernel, runtime, rate))));
        return rates.isEmpty() ? "no scenario needs it" : String.join(", ", rates);
    }

    /** An arm that chooses a faster runtime takes less than its calibrated time, and that is its finding. */
    private static double drift(Evidence evidence) {
        return evidence.scenario().arms().stream()
                .filter(arm -> arm.runtime().isEmpty())
                .flatMapToDouble(arm -> evidence.scenario().workload().kernels().stream()
                        .mapToDouble(kernel -> evidence.checks().drift().least(arm, kernel)))
                .reduce(1, Math::min);
    }

    private String disturbanceLimits() {
        var disturbanceLimits = session.machine().disturbanceLimits();
        return String.format(
                Locale.ROOT,
                "%.1f %% stolen, %.2f cores used by others, or stalls of %.0f ms (99th percentile)",
                100 * disturbanceLimits.stealLimit(),
                disturbanceLimits.foreignLimit(),
                disturbanceLimits.stallLimitNanos() / 1e6);
    }

    /** What the numbers do not show, in the spirit of JMH's closing words. */
    private List<String> caveats() {
        List<String> caveats = new ArrayList<>(new DisturbanceCaveats(session, judgement, notes).lines());
        JvmVariables.cautions(session.instrument().ignoredVariables()).forEach(caution -> caveats.add(caution + "."));
        double drift = judgement.scenarios().stream()
                .map(ScenarioJudgement::evidence)
                .mapToDouble(ContextReportBuilder::drift)
                .reduce(1, Math::min);
        if (drift < WORTH_A_CAVEAT) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "The machine was slower when the work was sized than later: a kernel then took %.0f %% of "
                            + "its time. The analytic limits are those of the faster machine.",
                    100 * drift));
        }
        caveats.add(String.format(
                        Locale.ROOT,
                        "These numbers hold for one machine with %s, on one day. ",
                        cores(environment().hardware().usableCores()))
                + "Other cores, another clock speed or a busy neighbour can change a verdict.");
        caveats.add("The service answers over loopback: no network delay, no loss, no congestion, no TLS. "
                + "It shares the cores with the models that call it.");
        caveats.add("Each scenario has one mix of work, one payload size and one number of units in flight. "
                + "Nothing between or beyond them was measured.");
        caveats.add("The numbers hold for these versions of runtimes and libraries, with these flags. "
                + "Another version can have another JIT, collector or scheduler.");
        caveats.add("Trials last seconds after a short warm-up. "
                + "They do not show leaks, fragmentation, long collections or daily peaks.");
        caveats.add("The JVM models imitate CPython's interpreter lock, so they show the mechanism. "
                + "For absolute numbers of CPython, measure CPython.");
        if (session.instrument().runtimes().values().stream()
                .anyMatch(runtimes -> runtimes.command().isPresent())) {
            caveats.add("A trial on another runtime than the JVM has a driver in its own language. "
                    + "The cost of that driver is not the one above, and counts against its models.");
        }
        caveats.add("Inconclusive is not a tie. "
                + "A difference below the smallest one that the scenario could have found may still exist.");
        caveats.add("An interval says how certain a number is, not why it is so. "
                + "Before you act on it, find the mechanism, and measure on your own machine.");
        return caveats;
    }

    private static String cores(int cores) {
        return cores == 1 ? "1 core" : cores + " cores";
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
