package dev.joust.compare.report.build;

import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.report.ContextReport;
import dev.joust.compare.report.ContextReport.LeftOutBy;
import dev.joust.compare.report.ContextReport.NotAskedReport;
import dev.joust.compare.report.Fact;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.ServiceDistance;
import dev.joust.compare.verdict.SessionHosts;
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

    ContextReport context() {
        return new ContextReport(
                machine(),
                facts(),
                new ControlsReportBuilder(judgement).controls(),
                notAsked(),
                new CaveatsBuilder(session, judgement, notes).caveats(),
                new MachinesContextBuilder(session, judgement).machines());
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
        if (session.hosts().isPresent()) {
            return SessionHosts.text(new MachinesContextBuilder(session, judgement).machineNames());
        }
        var hardware = environment().hardware();
        return String.format(
                Locale.ROOT,
                "%s, %s, %s",
                hardware.processor(),
                cores(hardware.usableCores()),
                environment().software().java());
    }

    /** What all hosts of a merged session share; the rest stands side by side. */
    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (session.hosts().isPresent()) {
            add(facts, "judged", machine());
        } else {
            machineFacts(facts);
        }
        add(facts, "JVM flags", String.join(" ", session.machine().flags()));
        if (session.hosts().isEmpty()) {
            add(facts, "Python on the path", environment().software().python().orElse("none"));
        }
        session.instrument().runtimes().forEach((name, runtimes) -> add(facts, name, runtimes.status()));
        session.instrument().chosenByArms().forEach(variant -> add(facts, variant.name(), variant.text()));
        add(facts, "runtimes", runtimes());
        if (session.hosts().isEmpty()) {
            instrumentFacts(facts);
        }
        add(facts, "commit", environment().commit().orElse("n/a"));
        add(facts, "seed", Long.toString(session.plan().seed()));
        if (session.hosts().isEmpty()) {
            add(facts, "started", session.machine().started());
        }
        return facts;
    }

    private void instrumentFacts(List<Fact> facts) {
        var service = session.machine().service();
        add(facts, "service", service.withoutFlags());
        if (!service.flags().isEmpty()) {
            add(facts, "service JVM flags", String.join(" ", service.flags()));
        }
        ServiceDistance.of(judgement).forEach(distance -> add(facts, "round trip", distance.text()));
        add(facts, "calibration", calibrations());
        add(facts, "cost of the driver", driver());
        add(facts, "trials repeated beyond", disturbanceLimits());
    }

    private void machineFacts(List<Fact> facts) {
        var hardware = environment().hardware();
        var software = environment().software();
        var limits = environment().limits();
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

    private String disturbanceLimits() {
        var disturbanceLimits = session.machine().disturbanceLimits();
        return String.format(
                Locale.ROOT,
                "%.1f %% stolen, %.2f cores used by others, or stalls of %.0f ms (99th percentile)",
                100 * disturbanceLimits.stealLimit(),
                disturbanceLimits.foreignLimit(),
                disturbanceLimits.stallLimitNanos() / 1e6);
    }

    static String cores(int cores) {
        return cores == 1 ? "1 core" : cores + " cores";
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
