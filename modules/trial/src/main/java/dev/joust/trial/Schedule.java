package dev.joust.trial;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;

/**
 * The instants at which the units of an open load arrive, in ascending order, with the class of each. Instants are
 * nanoseconds from the start of the load. It knows nothing of where a unit goes.
 *
 * <p>The same seed gives the same schedule. The instants of a class depend on its name and not on the other classes.
 * Arrivals are drawn on the axis of the integrated rate, where the rate is 1, and each instant is the inverse of its
 * position: no rounding accumulates. For the driver's thread.
 */
final class Schedule {
    /** The instant of no unit. */
    static final long NONE = Long.MAX_VALUE;

    private final List<ClassArrivals> classes;
    private final long end;
    private final long[] next;
    private int first;

    /**
     * The arrivals of one class.
     *
     * @param instants gives one instant after the other
     * @param expected the mean number of arrivals by an instant
     */
    private record ClassArrivals(LongSupplier instants, DoubleUnaryOperator expected) {
        static final ClassArrivals NEVER = new ClassArrivals(() -> NONE, nanos -> 0);
    }

    private Schedule(List<ClassArrivals> classes, long end) {
        this.classes = classes;
        this.end = end;
        this.next = new long[classes.size()];
        for (int c = 0; c < next.length; c++) {
            next[c] = draw(c);
        }
        findFirst();
    }

    /**
     * The schedule of a load.
     *
     * @param names the classes of the workload; {@link #advance} tells the index in this list
     */
    static Schedule of(List<String> names, Load.Open load, long seed) {
        return new Schedule(
                names.stream()
                        .map(name -> arrivals(name, load, Digest.child(seed, hash(name))))
                        .toList(),
                load.time().toNanos());
    }

    private static ClassArrivals arrivals(String name, Load.Open load, long seed) {
        if (load.arrivals() instanceof Arrivals.Recorded(var nanos)) {
            return recorded(nanos.getOrDefault(name, List.of()));
        }
        return Optional.ofNullable(load.rates().get(name))
                .map(rate -> drawn(rate, load.arrivals(), seed))
                .orElse(ClassArrivals.NEVER);
    }

    private static ClassArrivals drawn(Rate rate, Arrivals arrivals, long seed) {
        var integrated =
                arrivals instanceof Arrivals.Bursty bursty ? IntegratedRate.of(rate, bursty) : IntegratedRate.of(rate);
        DoubleSupplier positions =
                arrivals instanceof Arrivals.Uniform ? new EvenPositions() : new RandomPositions(seed);
        // the cast turns infinity into the largest long, which is NONE
        return new ClassArrivals(() -> (long) integrated.inverse(positions.getAsDouble()), integrated::unitsBy);
    }

    private static ClassArrivals recorded(List<Long> nanos) {
        var instants = nanos.iterator();
        return new ClassArrivals(() -> instants.hasNext() ? instants.next() : NONE, by -> {
            int found = Collections.binarySearch(nanos, (long) by);
            return found < 0 ? -found - 1 : found;
        });
    }

    /** The positions of a Poisson process of rate 1: sums of exponential gaps. */
    private static final class RandomPositions implements DoubleSupplier {
        private final long seed;
        private long number;
        private double position;

        RandomPositions(long seed) {
            this.seed = seed;
        }

        @Override
        public double getAsDouble() {
            double uniform = ((Digest.child(seed, number++) >>> 11) + 1) * 0x1p-53; // above 0, at most 1
            position -= Math.log(uniform);
            return position;
        }
    }

    /** Positions at distances of 1. */
    private static final class EvenPositions implements DoubleSupplier {
        private long number;

        @Override
        public double getAsDouble() {
            return number++ + 0.5;
        }
    }

    private static long hash(String name) {
        long hash = 0;
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            hash = Digest.fold(hash, letter);
        }
        return hash;
    }

    /** The instant of the next unit; {@link #NONE} after the last. */
    long next() {
        return next.length == 0 ? NONE : next[first];
    }

    /** Takes the next unit, and returns its class. */
    int advance() {
        int taken = first;
        next[taken] = draw(taken);
        findFirst();
        return taken;
    }

    /** Takes all units that are left, and counts them. */
    long countRest() {
        long units = 0;
        while (next() != NONE) {
            advance();
            units++;
        }
        return units;
    }

    /** The mean number of units that arrive by this instant. */
    double expectedBy(long nanos) {
        return classes.stream()
                .mapToDouble(arrivals -> arrivals.expected().applyAsDouble(nanos))
                .sum();
    }

    private long draw(int workClass) {
        long instant = classes.get(workClass).instants().getAsLong();
        return instant < end ? instant : NONE;
    }

    private void findFirst() {
        first = 0;
        for (int c = 1; c < next.length; c++) {
            first = next[c] < next[first] ? c : first;
        }
    }
}
