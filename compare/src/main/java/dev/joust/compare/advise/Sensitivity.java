package dev.joust.compare.advise;

import dev.joust.compare.advise.FlipPoint.InputValues;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the choice between two models flips by arithmetic, when one input alone changes: the chosen one is ruled out,
 * or the other one answers sooner.
 *
 * @param chosen the model that is chosen
 * @param other the one that comes nearest; may be the same where there is no other
 * @param wanted the class of traffic that decides
 */
record Sensitivity(TrafficDemand demand, String chosen, String other, String wanted) {
    /** Enough for an order of two models, and quick enough for a bisection. */
    private static final int UNITS = 10_000;

    private static final int MOST = 3;

    /** Sixteen times as much, or a sixteenth. */
    private static final int DOUBLINGS = 4;

    private static final int BISECTIONS = 8;

    /** Below this share a difference between two simulations may be chance. */
    private static final double CHANCE = 1.05;

    /** The nearest flips, at most three. */
    List<FlipPoint> nearest() {
        boolean ordered = !otherIsSooner(new Forecaster(demand, UNITS));
        return DemandInput.of(demand).stream()
                .flatMap(input -> Stream.of(2.0, 0.5).flatMap(step -> flip(input, step, ordered).stream()))
                .sorted(Comparator.comparingDouble(FlipPoint::distance))
                .limit(MOST)
                .toList();
    }

    private Optional<FlipPoint> flip(DemandInput input, double step, boolean ordered) {
        double kept = 1;
        for (int i = 0; i < DOUBLINGS; i++) {
            double tried = kept * step;
            if (reason(input.scaled(demand, tried), ordered).isPresent()) {
                return Optional.of(bisected(input, kept, tried, ordered));
            }
            kept = tried;
        }
        return Optional.empty();
    }

    private FlipPoint bisected(DemandInput input, double from, double to, boolean ordered) {
        double kept = from;
        double flipped = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = Math.sqrt(kept * flipped);
            if (reason(input.scaled(demand, middle), ordered).isPresent()) {
                flipped = middle;
            } else {
                kept = middle;
            }
        }
        var there = input.scaled(demand, flipped);
        return new FlipPoint(
                input.words(),
                flipped,
                new InputValues(input.value(demand), input.value(there)),
                reason(there, ordered).orElseThrow());
    }

    /** Why the choice would be another one under this demand; empty where it stays. */
    private Optional<String> reason(TrafficDemand changed, boolean ordered) {
        if (changed.cpu() >= changed.cores()) {
            return Optional.of(String.format(Locale.ROOT, "no model has the CPU time, %s", changed.sentence()));
        }
        var forecaster = new Forecaster(changed, UNITS);
        var forecast = forecaster.of(chosen);
        if (!forecast.works()) {
            return Optional.of(String.format(Locale.ROOT, "%s cannot: %s", chosen, forecast.because()));
        }
        return ordered && otherIsSooner(forecaster)
                ? Optional.of(String.format(Locale.ROOT, "%s answers sooner on average", other))
                : Optional.empty();
    }

    private boolean otherIsSooner(Forecaster forecaster) {
        var mine = forecaster.of(chosen);
        var theirs = forecaster.of(other);
        return mine.kind().hasWait()
                && theirs.kind().hasWait()
                && theirs.works()
                && mine.works()
                && theirs.response(wanted).orElseThrow() * CHANCE
                        < mine.response(wanted).orElseThrow();
    }
}
