package dev.joust.compare.fidelity;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number that both sides have.
 *
 * @param label what it is, with its unit
 * @param keys of the questions that it is reckoned from
 * @param tolerance what may lie between the two
 * @param java which arm stands on Java's side
 * @param value of one round; NaN where the round lacks something
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
