package dev.joust.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How units arrive. */
public sealed interface Load {

    /** All units at once, run until the last is done. */
    record Batch(Count units) implements Load {}

    /**
     * A fixed number in flight, for a time. When a unit is done, one of its class follows at once.
     *
     * @param inFlight how many units of each class, by the class's name, in the order of the file
     * @param time the measured window
     */
    record Closed(Map<String, Integer> inFlight, Duration time) implements Load {
        public Closed {
            inFlight = Collections.unmodifiableMap(new LinkedHashMap<>(inFlight));
        }

        /** The units in flight of all classes. */
        public int total() {
            return inFlight.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** The same load with these numbers in place of its own. A class whose number is 0 is left out. */
        Closed with(Map<String, Integer> others) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            inFlight.forEach((name, number) -> {
                int given = others.getOrDefault(name, number);
                if (given > 0) {
                    numbers.put(name, given);
                }
            });
            return new Closed(numbers, time);
        }
    }

    /**
     * A rate, for a time, whether or not earlier units are done.
     *
     * @param rates how often units of each class arrive, by the class's name, in the order of the file; where
     *     {@code share} is present, the classes' shares of the whole rate, whose sum is 1/s
     * @param share the whole rate, as a share of a capacity that the session measures first; empty: the rates are
     *     units per second
     * @param time the measured window
     * @param deadlines by class: a unit that is answered later does not count as goodput
     * @param timeout when a client gives up: the unit enters the response times with this value; empty: never
     */
    record Open(
            Map<String, Rate> rates,
            Optional<CapacityShare> share,
            Arrivals arrivals,
            Duration time,
            Map<String, Duration> deadlines,
            Optional<Duration> timeout)
            implements Load {
        /** The slots of a model whose scenario says nothing: the threads of Apache Tomcat, unless told otherwise. */
        public static final int USUAL_SLOTS = 200;

        private static final double WARM_UP_SHARE = 0.5;

        public Open {
            rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
            deadlines = Collections.unmodifiableMap(new LinkedHashMap<>(deadlines));
        }

        /**
         * The same load at this whole rate in units per second, where it is a share of a capacity.
         *
         * <p>A share of 1 or more has no steady state in which a window could begin: its queue grows from the start.
         * Such a load starts at half of the capacity, at which the warm-up then runs, and has its own rate after a
         * millisecond. So its window begins without a queue.
         */
        public Open at(double perSecond) {
            double start = share.map(CapacityShare::share)
                    .filter(all -> all >= 1)
                    .map(all -> WARM_UP_SHARE / all)
                    .orElse(1.0);
            Map<String, Rate> scaled = new LinkedHashMap<>();
            rates.forEach((name, rate) -> scaled.put(name, rate.times(perSecond).startingAt(start)));
            return new Open(scaled, Optional.empty(), arrivals, time, deadlines, timeout);
        }
    }

    /**
     * A share of a capacity.
     *
     * @param share 1 for all of it
     * @param own whether of the arm's own capacity; else of that of the slowest arm
     */
    record CapacityShare(double share, boolean own) {}

    /**
     * A search for the highest rate that a model sustains: open loads one after the other.
     *
     * @param shares the classes' shares of the whole rate, by name, in the order of the file; their sum is 1
     * @param least the lowest whole rate that is tried, in units per second
     * @param most the highest
     * @param time of the open load at each rate
     * @param promise what must hold at a rate for {@code slo-capacity}
     */
    record Capacity(
            Map<String, Double> shares,
            double least,
            double most,
            Arrivals arrivals,
            Duration time,
            Optional<Promise> promise)
            implements Load {
        public Capacity {
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        }

        /** The open load at this whole rate in units per second. */
        public Open at(double perSecond) {
            Map<String, Rate> rates = new LinkedHashMap<>();
            shares.forEach((name, share) -> rates.put(name, Rate.constant(share * perSecond, time)));
            return new Open(rates, Optional.empty(), arrivals, time, Map.of(), Optional.empty());
        }
    }

    /**
     * A number of units, fixed or per core.
     *
     * @param number the number, or the number per core
     * @param perCore whether the number is multiplied by the cores
     */
    record Count(int number, boolean perCore) {
        /** The number of units on this many cores. */
        public int on(int cores) {
            return perCore ? Math.multiplyExact(number, cores) : number;
        }
    }

    /**
     * The most units that are in flight at once on this many cores. An open load has no such number: it is that of a
     * usual server.
     */
    default int inFlight(int cores) {
        return switch (this) {
            case Batch batch -> batch.units().on(cores);
            case Closed closed -> closed.total();
            case Open _, Capacity _ -> Open.USUAL_SLOTS;
        };
    }
}
