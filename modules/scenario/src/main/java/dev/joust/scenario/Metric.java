package dev.joust.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A number read off a measurement.
 *
 * @param of the class of work that counts; empty: all classes together
 */
public record Metric(Quantity quantity, Optional<String> of) {

    /** What is measured, its unit, and which direction is better. */
    public enum Quantity {
        /** From the first unit intended to the last unit done, of a batch. */
        MAKESPAN("s", true),
        /** Units done in the window, divided by its length. */
        THROUGHPUT("units/s", false),
        /** The median of done minus intended. */
        RESPONSE_P50("ms", true),
        /** The 99th percentile of done minus intended. It needs 10,000 units of an arm, and 1,000 of them per trial. */
        RESPONSE_P99("ms", true),
        /** The 99.9th percentile of done minus intended. It needs 100,000 units of an arm, and 10,000 per trial. */
        RESPONSE_P99_9("ms", true),
        /** Units of an open load that are answered within their deadline, divided by the length of the window. */
        GOODPUT("units/s", false),
        /** Units of an open load that are answered within the window, divided by those intended in it. */
        RATE_RATIO("of 1", false),
        /** Units of an open load that have arrived and are not done, at the end of the window. */
        BACKLOG("units", true),
        /** The time after the last peak of the rate until the response times of a second are as before it. */
        RECOVERY("s", true),
        /** Resident memory of the whole process tree at the end of the window, divided by the units in flight. */
        MEMORY_PER_UNIT_IN_FLIGHT("kB", true),
        /** Resident memory of the whole process tree at the end of the window. */
        MEMORY("MB", true),
        /** The highest rate that is sustained. */
        CAPACITY("units/s", false),
        /** The highest rate at which the load's promise holds. */
        SLO_CAPACITY("units/s", false),
        /** CPU time of the whole process tree in the window, divided by the units done in it. */
        CPU_PER_UNIT("ms", true);

        private final String unit;
        private final boolean lowerIsBetter;

        Quantity(String unit, boolean lowerIsBetter) {
            this.unit = unit;
            this.lowerIsBetter = lowerIsBetter;
        }

        /** The name used in scenario files and reports. */
        public String label() {
            return this == RESPONSE_P99_9
                    ? "response-p99.9"
                    : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The unit of the values. */
        public String unit() {
            return unit;
        }

        /** Whether the smaller value is better. */
        public boolean lowerIsBetter() {
            return lowerIsBetter;
        }

        /** How many units the trials of an arm need together: a percentile then has 100 units beyond it. */
        public int minUnits() {
            return switch (this) {
                case RESPONSE_P99 -> 10_000;
                case RESPONSE_P99_9 -> 100_000;
                default -> 1;
            };
        }

        /** How many units a trial needs: a percentile then has ten units beyond it, not a few extremes. */
        public int minUnitsPerTrial() {
            return Math.max(1, minUnits() / 10);
        }

        static Optional<Quantity> labelled(String label) {
            return Arrays.stream(values()).filter(q -> q.label().equals(label)).findFirst();
        }
    }

    static String labels() {
        return String.join(
                ", ", Arrays.stream(Quantity.values()).map(Quantity::label).toList());
    }

    @Override
    public String toString() {
        return quantity.label() + of.map(c -> " of " + c).orElse("");
    }
}
