package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The validity checks. A trial that fails one is invalid: the report shows the check and its values, the trial is not
 * judged, and its latency is not printed.
 *
 * @param cores the cores for trials without limits
 * @param drift how fast the runtimes were in this session
 */
public record ValidityChecks(Scenario scenario, int cores, CalibrationDrift drift) {
    /**
     * How far a trial may exceed its analytic limit. A calibration can be some percent slower than the machine at its
     * best. A trial that used a core too many by mistake is far beyond this.
     */
    private static final double CALIBRATION_TOLERANCE = 1.15;

    private static final double LITTLES_LAW_TOLERANCE = 0.05;

    /**
     * The period of a CPU quota. Any window can get one quota more than its length gives, because quotas start anew.
     */
    private static final double QUOTA_PERIOD_SECONDS = 0.1;

    /** Each check that the trial failed, as one line; empty where the trial is valid. */
    public List<String> failedBy(Result result) {
        if (result.failure().isPresent()) {
            return List.of("failed: " + result.failure().get().reason());
        }
        var measurement = result.measurement().orElseThrow();
        List<String> failed = new ArrayList<>();
        measurement.classes().forEach((name, units) -> {
            answers(failed, name, units);
            lag(failed, name, units);
            if (scenario.workload().load() instanceof Load.Closed) {
                littlesLaw(failed, name, units);
            }
        });
        result.outside().service().ifPresent(counted -> counts(failed, measurement, counted));
        analyticLimit(failed, measurement);
        return failed;
    }

    private static void answers(List<String> failed, String name, ClassResult units) {
        var counts = units.counts();
        var failures = counts.failures();
        if (failures.failed() > 0) {
            failed.add("failed units: %s of %s, %s".formatted(failures.failed(), name, failures.reasons()));
        }
        if (failures.wrong() > 0) {
            failed.add("wrong answers: %s of %s of %s".formatted(failures.wrong(), counts.answered(), name));
        }
        if (counts.done() == 0) {
            failed.add("nothing done: no unit of %s was done in the window".formatted(name));
        }
    }

    private static void lag(List<String> failed, String name, ClassResult units) {
        long lag = units.latencies().lagP99Nanos();
        long median = Histograms.decoded(units.latencies().service()).getValueAtPercentile(50);
        if (lag > median) {
            failed.add("schedule lag of class '%s': p99 %s, above its median service time %s"
                    .formatted(name, millis(lag), millis(median)));
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 1_000_000 ? "%.3f ms" : "%.1f ms", nanos / 1e6);
    }

    /**
     * Little's law in its operational form, for a window of any length: the number in flight is the time that all
     * units spent in the window, divided by its length. A unit that was lost, stamped late or counted twice breaks
     * it.
     */
    private static void littlesLaw(List<String> failed, String name, ClassResult units) {
        double found = units.latencies().meanInFlight();
        if (Math.abs(units.inFlight() - found) / units.inFlight() >= LITTLES_LAW_TOLERANCE) {
            failed.add(String.format(
                    Locale.ROOT,
                    "Little's law: %d in flight of %s, but their times add up to %.2f",
                    units.inFlight(),
                    name,
                    found));
        }
    }

    /** Where units were unfinished at the end, the service may have answered more than the trial read. */
    private static void counts(List<String> failed, Measurement measurement, Result.ServiceCounts counted) {
        var totals = measurement.totals();
        long answered = counted.calls() + counted.streams();
        boolean unfinished =
                measurement.classes().values().stream().anyMatch(c -> c.counts().unfinished() > 0);
        boolean agree = unfinished
                ? answered >= totals.calls() && counted.bytes() >= totals.bytes()
                : answered == totals.calls() && counted.bytes() == totals.bytes();
        if (!agree) {
            failed.add("counts: the service answered %s requests with %s bytes, the trial read %s with %s"
                    .formatted(answered, counted.bytes(), totals.calls(), totals.bytes()));
        }
    }

    private void analyticLimit(List<String> failed, Measurement measurement) {
        var limits = limits(measurement);
        double seconds = measurement.window().nanos() / 1e9;
        if (scenario.workload().load() instanceof Load.Batch batch) {
            double least = limits.leastMakespan(units(batch)) - extraQuotaSeconds();
            double wait = limits.workload().longestWait().toNanos() / 1e9;
            if (seconds < wait || seconds * CALIBRATION_TOLERANCE < least) {
                failed.add(String.format(
                        Locale.ROOT,
                        "analytic limit: done in %.3f s, but by arithmetic it takes at least %.3f s",
                        seconds,
                        least));
            }
            return;
        }
        measurement.classes().forEach((name, units) -> {
            double most = limits.mostThroughput(name);
            double found = units.counts().done() / seconds;
            // Units that were nearly done when the window opened count in it: at most as many as are in flight.
            double tolerance = CALIBRATION_TOLERANCE + extraQuotaSeconds() / seconds;
            if (found > most * tolerance + units.inFlight() / seconds) {
                failed.add(String.format(
                        Locale.ROOT,
                        "analytic limit: %.1f units/s of %s, but by arithmetic at most %.1f",
                        found,
                        name,
                        most));
            }
        });
    }

    /** The share of its analytic limit that the trial reached: 1 at the limit. */
    public double efficiency(Measurement measurement) {
        var limits = limits(measurement);
        double seconds = measurement.window().nanos() / 1e9;
        return switch (scenario.workload().load()) {
            case Load.Batch batch -> limits.leastMakespan(units(batch)) / seconds;
            case Load.Closed closed -> {
                var name = scenario.judging()
                        .primary()
                        .of()
                        .orElse(limits.workload().classes().getFirst().name());
                yield measurement.classes().get(name).counts().done() / seconds / limits.mostThroughput(name);
            }
        };
    }

    private int units(Load.Batch batch) {
        return batch.units().on(scenario.cores(cores));
    }

    private double extraQuotaSeconds() {
        return scenario.pod().flatMap(Pod::cpus).isPresent() ? QUOTA_PERIOD_SECONDS : 0;
    }

    private AnalyticLimits limits(Measurement measurement) {
        Arm arm = scenario.arm(measurement.id().arm());
        return new AnalyticLimits(
                scenario.workload().on(arm),
                measurement.model().ceiling(),
                scenario.cpus(cores),
                kernel -> drift.least(arm, kernel));
    }
}
