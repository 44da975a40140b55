package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The validity checks. A trial that fails one is invalid: the report shows the check and its values, the trial is not
 * judged, and its latency is not printed.
 *
 * @param cores the cores for trials without limits
 * @param drift how fast the runtimes were in this session
 */
public record ValidityChecks(Scenario scenario, int cores, CalibrationDrift drift) {
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
            if (measurement.capacity().isEmpty()) {
                idle(failed, name, units);
                lag(failed, name, units);
            }
        });
        failed.addAll(OpenLoadChecks.failedBy(measurement));
        failed.addAll(ClientChecks.failedBy(measurement));
        result.outside()
                .service()
                .ifPresent(counted -> failed.addAll(
                        new ServiceChecks(scenario.workload(), leastRoundTrip(result)).failedBy(measurement, counted)));
        failed.addAll(limitCheck(result, lenient(measurement)).failedBy(measurement));
        return failed;
    }

    private static void answers(List<String> failed, String name, ClassResult units) {
        var counts = units.counts();
        var failures = counts.failures();
        if (failures.failed() > 0) {
            failed.add(String.format(
                    Locale.ROOT, "failed units: %s of %s, %s", failures.failed(), name, failures.reasons()));
        }
        if (failures.wrong() > 0) {
            failed.add(String.format(
                    Locale.ROOT, "wrong answers: %s of %s of %s", failures.wrong(), counts.answered(), name));
        }
    }

    /** A search for the capacity may find none, and tries rates that the model does not keep up with. */
    private static void idle(List<String> failed, String name, ClassResult units) {
        boolean offered = units.open().map(open -> open.offered() > 0).orElse(true);
        if (units.counts().done() == 0 && offered) {
            failed.add(String.format(Locale.ROOT, "nothing done: no unit of %s was done in the window", name));
        }
    }

    private static void lag(List<String> failed, String name, ClassResult units) {
        long lag = units.latencies().lagP99Nanos();
        long median = Histograms.decoded(units.latencies().service()).getValueAtPercentile(50);
        boolean timed = units.open().map(open -> open.sent() > 0).orElse(true);
        if (lag > median && timed) {
            failed.add(String.format(
                    Locale.ROOT,
                    "schedule lag of class '%s': p99 %s, above its median service time %s",
                    name,
                    millis(lag),
                    millis(median)));
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 1_000_000 ? "%.3f ms" : "%.1f ms", nanos / 1e6);
    }

    /**
     * Whether the trial is beyond an analytic limit that rests on a calibration. Then the calibration may have been
     * slowed by a neighbour. Waits alone allow what was measured.
     */
    boolean doubtsCalibration(Result result) {
        return result.measurement()
                .filter(measurement -> !limitCheck(result, lenient(measurement))
                                .failedBy(measurement)
                                .isEmpty()
                        && limitCheck(result, kernel -> 0).failedBy(measurement).isEmpty())
                .isPresent();
    }

    /** What a request takes at least outside the service. */
    private static long leastRoundTrip(Result result) {
        return result.outside().roundTrips().map(RoundTrips::leastNanos).orElse(0L);
    }

    private LimitCheck limitCheck(Result result, ToDoubleFunction<Kernel> lenient) {
        var load = scenario.workload().load();
        var measurement = result.measurement().orElseThrow();
        return new LimitCheck(
                load,
                load instanceof Load.Batch batch ? units(batch) : 0,
                limits(result, share(measurement)),
                limits(result, lenient),
                scenario.pod().flatMap(Pod::cpus).isPresent() ? QUOTA_PERIOD_SECONDS : 0);
    }

    /** The share of its analytic limit that a trial with a measurement reached: 1 at the limit. */
    public double efficiency(Result result) {
        var measurement = result.measurement().orElseThrow();
        var limits = limits(result, share(measurement));
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
            case Load.Open _ -> Double.NaN;
            case Load.Capacity capacity ->
                measurement.capacity().flatMap(found -> found.sustained()).orElse(Double.NaN)
                        / limits.mostRate(capacity.shares());
        };
    }

    private int units(Load.Batch batch) {
        return batch.units().on(scenario.cores(cores));
    }

    /** The least share of its calibrated CPU time that a kernel takes. */
    private ToDoubleFunction<Kernel> share(Measurement measurement) {
        Arm arm = scenario.arm(measurement.id().arm());
        return kernel -> drift.least(arm, kernel);
    }

    private ToDoubleFunction<Kernel> lenient(Measurement measurement) {
        return kernel -> share(measurement).applyAsDouble(kernel) / LimitCheck.CALIBRATION_TOLERANCE;
    }

    private AnalyticLimits limits(Result result, ToDoubleFunction<Kernel> share) {
        return new AnalyticLimits(
                scenario.workload().on(scenario.arm(result.id().arm())),
                result.measurement().orElseThrow().model().ceiling(),
                scenario.cpus(cores),
                share,
                leastRoundTrip(result) / 1e9);
    }
}
