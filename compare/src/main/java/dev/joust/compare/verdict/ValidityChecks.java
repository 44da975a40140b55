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
 * The validity gates. A trial that fails one is invalid: it is shown with the gate's name and figures, it is not judged, and its
 * latency is not printed.
 *
 * @param cores how many cores there are for trials without limits
 * @param drift how fast the session saw its runtimes
 */
public record ValidityChecks(Scenario scenario, int cores, CalibrationDrift drift) {
    /**
     * The fastest that was seen may be some per cent below the fastest that there is; a factor of cores gained by mistake is far beyond
     * this.
     */
    private static final double CALIBRATION = 1.15;

    private static final double LITTLE = 0.05;

    /** A quota is granted anew in each of these, whatever was left of the one before: in any time it is one more at most. */
    private static final double QUOTA_SECONDS = 0.1;

    /** Each gate that the trial failed, as one line; empty when it is valid. */
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
                little(failed, name, units);
            }
        });
        result.outside().service().ifPresent(counted -> counts(failed, measurement, counted));
        ceiling(failed, measurement);
        return failed;
    }

    private static void answers(List<String> failed, String name, ClassResult units) {
        var counts = units.counts();
        var failures = counts.failures();
        if (failures.failed() > 0) {
            failed.add("failed units: %d of %s, %s".formatted(failures.failed(), name, failures.reasons()));
        }
        if (failures.wrong() > 0) {
            failed.add("wrong answers: %d of %d of %s".formatted(failures.wrong(), counts.answered(), name));
        }
        if (counts.done() == 0) {
            failed.add("nothing done: no unit of %s was done in the window".formatted(name));
        }
    }

    private static void lag(List<String> failed, String name, ClassResult units) {
        long lag = units.latencies().lagP99Nanos();
        long median = Histograms.decoded(units.latencies().service()).getValueAtPercentile(50);
        if (lag > median) {
            failed.add(text(
                    "schedule lag: p99 %.3f ms of %s, above the median service time %.3f ms",
                    lag / 1e6, name, median / 1e6));
        }
    }

    /**
     * Little's law in its operational form, for a window of any length: what was in flight is the time that all units together spent in
     * the window, by its length. A unit that was lost, stamped late or counted twice breaks it.
     */
    private static void little(List<String> failed, String name, ClassResult units) {
        double found = units.latencies().meanInFlight();
        if (Math.abs(units.inFlight() - found) / units.inFlight() >= LITTLE) {
            failed.add(text(
                    "Little's law: %d in flight of %s, but by their times there were %.2f",
                    units.inFlight(), name, found));
        }
    }

    /** The service may have answered a unit that was not waited for. */
    private static void counts(List<String> failed, Measurement measurement, Result.ServiceCounts counted) {
        var totals = measurement.totals();
        long answered = counted.calls() + counted.streams();
        boolean left =
                measurement.classes().values().stream().anyMatch(c -> c.counts().unfinished() > 0);
        boolean agree = left
                ? answered >= totals.calls() && counted.bytes() >= totals.bytes()
                : answered == totals.calls() && counted.bytes() == totals.bytes();
        if (!agree) {
            failed.add("counts: the service answered %d requests with %d bytes, the trial read %d with %d"
                    .formatted(answered, counted.bytes(), totals.calls(), totals.bytes()));
        }
    }

    private void ceiling(List<String> failed, Measurement measurement) {
        var limits = limits(measurement);
        double seconds = measurement.window().nanos() / 1e9;
        if (scenario.workload().load() instanceof Load.Batch batch) {
            double least = limits.leastMakespan(units(batch)) - granted();
            double wait = limits.workload().longestWait().toNanos() / 1e9;
            if (seconds < wait || seconds * CALIBRATION < least) {
                failed.add(text("ceiling: done in %.3f s, but by arithmetic it takes at least %.3f s", seconds, least));
            }
            return;
        }
        measurement.classes().forEach((name, units) -> {
            double most = limits.mostThroughput(name);
            double found = units.counts().done() / seconds;
            // units that were nearly done when the window opened count in it: one window's worth of those in flight at
            // most
            if (found > most * (CALIBRATION + granted() / seconds) + units.inFlight() / seconds) {
                failed.add(text("ceiling: %.1f units/s of %s, but by arithmetic at most %.1f", found, name, most));
            }
        });
    }

    /** What the trial reached of its analytic limit: 1 is the limit. */
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

    private double granted() {
        return scenario.pod().flatMap(Pod::cpus).isPresent() ? QUOTA_SECONDS : 0;
    }

    private AnalyticLimits limits(Measurement measurement) {
        Arm arm = scenario.arm(measurement.id().arm());
        return new AnalyticLimits(
                scenario.workload().on(arm),
                measurement.model().ceiling(),
                scenario.cpus(cores),
                kernel -> drift.least(arm, kernel));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
