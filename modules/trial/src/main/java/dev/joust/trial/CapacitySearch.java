package dev.joust.trial;

import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Measurement.RateProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * Decides which rates are probed. The rate doubles from the lowest until it is not sustained twice in a row, so that
 * one disturbance does not end the search. Then the interval between the highest good rate and the lowest bad one above
 * it is halved, on the scale of logarithms, until its ends differ by 3 % at most. The promise has an interval of its
 * own, from the same probes.
 */
final class CapacitySearch {
    private static final double PRECISION = 1.03;

    private final double least;
    private final double most;
    private final Prober prober;
    private final List<TriedRate> tried = new ArrayList<>();

    /** A probe and what came of it. */
    record TriedRate(RateProbe probe, boolean sustained, boolean promised) {
        double rate() {
            return probe.rate();
        }

        boolean good() {
            return sustained && promised;
        }
    }

    /** Runs one probe. */
    @FunctionalInterface
    interface Prober {
        /** The probe at this rate; empty where the search cannot go on. */
        Optional<TriedRate> probe(double rate) throws InterruptedException;
    }

    /** A search between these rates, in units per second. */
    CapacitySearch(double least, double most, Prober prober) {
        this.least = least;
        this.most = most;
        this.prober = prober;
    }

    /** Searches. Where it cannot go on, it ends with what is known. */
    CapacityResult search(boolean promise) throws InterruptedException {
        climb();
        var sustained = narrow(TriedRate::sustained);
        var promised = promise ? narrow(TriedRate::good) : Optional.<Double>empty();
        return new CapacityResult(
                sustained, promised, tried.stream().map(TriedRate::probe).toList());
    }

    private void climb() throws InterruptedException {
        for (double rate = least; ; rate = Math.min(most, 2 * rate)) {
            boolean sustained = sustained(rate) || sustained(rate);
            if (!sustained || rate >= most) {
                return;
            }
        }
    }

    private boolean sustained(double rate) throws InterruptedException {
        return probe(rate).map(TriedRate::sustained).orElse(false);
    }

    private Optional<TriedRate> probe(double rate) throws InterruptedException {
        var probed = prober.probe(rate);
        probed.ifPresent(tried::add);
        return probed;
    }

    private Optional<Double> narrow(Predicate<TriedRate> good) throws InterruptedException {
        while (true) {
            var highest =
                    tried.stream().filter(good).mapToDouble(TriedRate::rate).max();
            if (highest.isEmpty()) {
                return Optional.empty();
            }
            var lowest = lowestAbove(highest.getAsDouble());
            boolean narrow = lowest.isEmpty() || lowest.getAsDouble() <= PRECISION * highest.getAsDouble();
            if (narrow
                    || probe(Math.sqrt(highest.getAsDouble() * lowest.getAsDouble()))
                            .isEmpty()) {
                return Optional.of(highest.getAsDouble());
            }
        }
    }

    /** The lowest rate tried above this one, all of which are bad. */
    private OptionalDouble lowestAbove(double rate) {
        return tried.stream()
                .mapToDouble(TriedRate::rate)
                .filter(other -> other > rate)
                .min();
    }
}
