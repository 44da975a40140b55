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
        /** The 99th percentile of done minus intended. It needs 10,000 units per trial. */
        RESPONSE_P99("ms", true),
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
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The unit of the values. */
        public String unit() {
            return unit;
        }

        /** Whether the smaller value is better. */
        public boolean lowerIsBetter() {
            return lowerIsBetter;
        }

        /** How many units a trial needs for this quantity. With fewer, a percentile is an extreme of a few units. */
        public int minUnits() {
            return this == RESPONSE_P99 ? 10_000 : 1;
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
