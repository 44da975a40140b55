package dev.joust.compare.advise;

import dev.joust.scenario.Metric;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.TrafficProfile;
import dev.joust.scenario.TrafficProfile.TrafficClass;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a trial is, and what can be judged of it.
 *
 * @param metric the one that the profile wants, or the median where its percentile needs more units
 * @param caution why it is another one
 */
record TrialTime(Duration time, Metric metric, Optional<String> caution) {
    private static final double MAX_SECONDS = 60;
    private static final double MIN_SECONDS = 5;
    private static final double PROBE_SECONDS = 3;

    /** A median and a mean of fewer units say little. */
    private static final int USUAL_UNITS = 100;

    /** Units of the rarest class, which may be those that make the others wait. */
    private static final int RARE_UNITS = 20;

    /** Arrivals are random, and a trial may be invalid. */
    private static final double RESERVE = 1.1;

    /** @param blocks in which each model runs a trial */
    static TrialTime of(TrafficProfile profile, int blocks) {
        var want = profile.want();
        if (want.quantity() == Quantity.SLO_CAPACITY) {
            return new TrialTime(time(PROBE_SECONDS), want, Optional.empty());
        }
        double rate = want.of().isPresent() ? profile.wanted().perSecond() : profile.perSecond();
        double units = units(want.quantity(), blocks);
        double seconds = Math.max(units / rate, rare(profile));
        if (units / rate <= MAX_SECONDS) {
            return new TrialTime(time(seconds), want, Optional.empty());
        }
        var median = new Metric(Quantity.RESPONSE_P50, want.of());
        return new TrialTime(
                time(Math.max(USUAL_UNITS / rate, rare(profile))),
                median,
                Optional.of(String.format(
                        Locale.ROOT,
                        "%s needs %,.0f units per trial, and in %.0f s %,.0f arrive: the median is judged instead",
                        want,
                        Math.ceil(units),
                        MAX_SECONDS,
                        rate * MAX_SECONDS)));
    }

    private static double units(Quantity quantity, int blocks) {
        double needed = Math.max(quantity.minUnitsPerTrial(), (double) quantity.minUnits() / blocks);
        return quantity.minUnits() == 1 ? USUAL_UNITS : RESERVE * needed;
    }

    private static double rare(TrafficProfile profile) {
        return profile.traffic().stream()
                .mapToDouble(TrafficClass::perSecond)
                .map(rate -> RARE_UNITS / rate)
                .max()
                .orElseThrow();
    }

    private static Duration time(double seconds) {
        return seconds == PROBE_SECONDS
                ? Duration.ofSeconds((long) PROBE_SECONDS)
                : Duration.ofSeconds((long) Math.ceil(Math.clamp(seconds, MIN_SECONDS, MAX_SECONDS)));
    }
}
