package dev.joust.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How units arrive. The open load (a rate, whether or not earlier units are done) takes its place here beside the two. */
public sealed interface Load {

    /** All units at once, run to the end. */
    record Batch(Count units) implements Load {}

    /**
     * A fixed number in flight, for a time: each unit that is done is followed at once by one of its class.
     *
     * @param inFlight how many units of each class, by its name, in the order of the file
     * @param time the measured window
     */
    record Closed(Map<String, Integer> inFlight, Duration time) implements Load {
        public Closed {
            inFlight = Collections.unmodifiableMap(new LinkedHashMap<>(inFlight));
        }

        /** The same load with these numbers in the place of its own; what then has none in flight is left out. */
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
     * A number of units, fixed or by core.
     *
     * @param number the number, or the number for each core
     * @param perCore whether it is multiplied with the cores
     */
    record Count(int number, boolean perCore) {
        /** The number of units on a machine with so many cores. */
        public int on(int cores) {
            return perCore ? Math.multiplyExact(number, cores) : number;
        }
    }

    /** The most units that are ever in flight under this load on so many cores. */
    default int inFlight(int cores) {
        return switch (this) {
            case Batch batch -> batch.units().on(cores);
            case Closed closed ->
                closed.inFlight().values().stream().mapToInt(Integer::intValue).sum();
        };
    }
}
