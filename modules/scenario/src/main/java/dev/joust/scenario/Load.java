package dev.joust.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How units arrive. The open load, a rate whether or not earlier units are done, does not exist yet. */
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

    /** The most units that are in flight at once on this many cores. */
    default int inFlight(int cores) {
        return switch (this) {
            case Batch batch -> batch.units().on(cores);
            case Closed closed ->
                closed.inFlight().values().stream().mapToInt(Integer::intValue).sum();
        };
    }
}
