package dev.joust.compare.verdict;

import dev.joust.compare.session.Result.ServiceCounts;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The validity checks that compare what the service counted with what the trial counted.
 *
 * <p>Two sums of time are Little's law with an independent count. The service sums the time that its requests took, the
 * trial the time that the units took which made them. Divided by the length of the trial each is a mean number in
 * flight. A unit has at most one request in progress, and that begins after the unit is sent and ends before it is
 * done. So the service's sum is the smaller one, and it is at least the sum of the delays that were asked for. Of a
 * distant service the trial's sum also holds each request's round trip.
 *
 * @param roundTripNanos what a request takes at least outside the service
 */
record ServiceChecks(Workload workload, long roundTripNanos) {
    /** The two sums may be taken by the clocks of two machines. */
    private static final double CLOCK_TOLERANCE = 0.001;

    /** Each check that the trial failed, as one line. */
    List<String> failedBy(Measurement measurement, ServiceCounts counted) {
        List<String> failed = new ArrayList<>();
        counts(failed, measurement, counted);
        double roundTrips = counted.answered() * (roundTripNanos / 1e9);
        counted.requestNanos().ifPresent(nanos -> times(failed, measurement, nanos / 1e9, roundTrips));
        return failed;
    }

    /** Where units were unfinished at the end, the service may have answered more than the trial read. */
    private static void counts(List<String> failed, Measurement measurement, ServiceCounts counted) {
        var totals = measurement.totals();
        long answered = counted.answered();
        boolean agree = unfinished(measurement)
                ? answered >= totals.calls() && counted.bytes() >= totals.bytes()
                : answered == totals.calls() && counted.bytes() == totals.bytes();
        if (!agree) {
            failed.add(String.format(
                    Locale.ROOT,
                    "counts: the service answered %s requests with %s bytes, the trial read %s with %s",
                    answered,
                    counted.bytes(),
                    totals.calls(),
                    totals.bytes()));
        }
    }

    private void times(List<String> failed, Measurement measurement, double atService, double roundTrips) {
        double delays = workload.classes().stream()
                .filter(type -> measurement.classes().containsKey(type.name()))
                .mapToDouble(type -> delaySeconds(type)
                        * measurement.classes().get(type.name()).counts().answered())
                .sum();
        if (atService < delays * (1 - CLOCK_TOLERANCE)) {
            failed.add(String.format(
                    Locale.ROOT,
                    "time at the service: its requests took %.3f s in all, but their delays alone are %.3f s",
                    atService,
                    delays));
        }
        if (unfinished(measurement)) {
            return; // the service's sum holds requests of units that the trial did not wait for
        }
        measurement.totals().callingNanos().ifPresent(nanos -> {
            double inTrial = nanos / 1e9;
            if (atService + roundTrips > inTrial * (1 + CLOCK_TOLERANCE)) {
                failed.add(String.format(
                        Locale.ROOT,
                        "time at the service: its requests took %.3f s in all%s, but by the trial's stamps the units"
                                + " that made them took %.3f s",
                        atService,
                        roundTrips > 0
                                ? String.format(Locale.ROOT, ", and their round trips %.3f s at least", roundTrips)
                                : "",
                        inTrial));
            }
        });
    }

    private static double delaySeconds(WorkClass type) {
        return type.steps().stream()
                .mapToDouble(
                        step -> step instanceof Step.Call call ? call.delay().toNanos() / 1e9 : 0)
                .sum();
    }

    private static boolean unfinished(Measurement measurement) {
        return measurement.classes().values().stream()
                .anyMatch(units -> units.counts().unfinished() > 0);
    }
}
