package dev.joust.compare.fidelity;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure of a lock, computed the same way for CPython and Java.
 *
 * @param label its name, with its unit
 * @param keys the probe cases that it is computed from
 * @param tolerance how far CPython and Java may differ
 * @param java the lock on Java's side
 * @param value the figure of one round; NaN where the round lacks an answer
 */
record LockMetric(
        String label, List<String> keys, Tolerance tolerance, LockUnderTest java, ToDoubleFunction<RoundValues> value) {

    static LockMetric of(String label, Tolerance tolerance, String key, ToDoubleFunction<RoundValues> value) {
        return new LockMetric(label, List.of(key), tolerance, LockUnderTest.JAVA, value);
    }

    static LockMetric of(String label, Tolerance tolerance, List<String> keys, ToDoubleFunction<RoundValues> value) {
        return new LockMetric(label, keys, tolerance, LockUnderTest.JAVA, value);
    }
}
