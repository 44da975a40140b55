package dev.joust.trial;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean number of units that have arrived at each instant, and its inverse: the instant by which a number of units
 * has arrived. Within a piece the rate changes evenly, so both have a closed form. Instants are nanoseconds from the
 * start of the load.
 */
final class IntegratedRate {
    private final double[] starts;
    private final double[] lengths;
    private final double[] rates;
    private final double[] slopes;
    private final double[] unitsBefore;

    /**
     * A part of the time.
     *
     * @param from units per nanosecond at its start
     * @param to units per nanosecond at its end
     */
    private record Piece(double start, double length, double from, double to) {}

    private IntegratedRate(List<Piece> pieces) {
        starts = pieces.stream().mapToDouble(Piece::start).toArray();
        lengths = pieces.stream().mapToDouble(Piece::length).toArray();
        rates = pieces.stream().mapToDouble(Piece::from).toArray();
        slopes = pieces.stream()
                .mapToDouble(piece -> (piece.to() - piece.from()) / piece.length())
                .toArray();
        unitsBefore = new double[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            unitsBefore[i + 1] = unitsBefore[i] + within(i, lengths[i]);
        }
    }

    /** Of this rate. */
    static IntegratedRate of(Rate rate) {
        return new IntegratedRate(pieces(rate));
    }

    /** Of this rate during {@code on}, and of 0 during {@code off}; scaled so that the mean over both is the rate. */
    static IntegratedRate of(Rate rate, Arrivals.Bursty bursty) {
        double on = bursty.on().toNanos();
        double period = on + bursty.off().toNanos();
        List<Piece> bursts = new ArrayList<>();
        for (var piece : pieces(rate)) {
            double slope = (piece.to() - piece.from()) / piece.length();
            double end = piece.start() + piece.length();
            for (long k = (long) (piece.start() / period); k * period < end; k++) {
                double first = Math.max(piece.start(), k * period);
                double last = Math.min(end, k * period + on);
                if (last > first) {
                    bursts.add(new Piece(
                            first,
                            last - first,
                            (piece.from() + slope * (first - piece.start())) * period / on,
                            (piece.from() + slope * (last - piece.start())) * period / on));
                }
            }
        }
        return new IntegratedRate(bursts);
    }

    private static List<Piece> pieces(Rate rate) {
        List<Piece> pieces = new ArrayList<>();
        double start = 0;
        for (var stage : rate.stages()) {
            double length = stage.length().toNanos();
            pieces.add(new Piece(start, length, stage.from() / 1e9, stage.to() / 1e9));
            start += length;
        }
        return pieces;
    }

    /** The mean number of units that have arrived by this instant. */
    double unitsBy(double nanos) {
        int found = Arrays.binarySearch(starts, nanos);
        int i = found >= 0 ? found : -found - 2;
        return i < 0 ? 0 : unitsBefore[i] + within(i, Math.min(nanos - starts[i], lengths[i]));
    }

    /** The instant by which this many units have arrived on average; infinity beyond the end. */
    double inverse(double units) {
        int found = Arrays.binarySearch(unitsBefore, units);
        int i = found >= 0 ? found - 1 : -found - 2;
        if (i >= starts.length) {
            return Double.POSITIVE_INFINITY;
        }
        double left = units - unitsBefore[Math.max(0, i)];
        if (i < 0 || left <= 0) {
            return i < 0 ? 0 : starts[i];
        }
        // the root of rate t + slope t² / 2 = left, in the form that loses no digits where the slope is small
        double root = Math.sqrt(Math.max(0, rates[i] * rates[i] + 2 * slopes[i] * left));
        return starts[i] + Math.min(lengths[i], 2 * left / (rates[i] + root));
    }

    private double within(int i, double nanos) {
        return nanos * (rates[i] + slopes[i] * nanos / 2);
    }
}
