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
record Figure(String label, List<String> keys, Tolerance tolerance, Arm java, ToDoubleFunction<Round> value) {

    static Figure of(String label, Tolerance tolerance, String key, ToDoubleFunction<Round> value) {
        return new Figure(label, List.of(key), tolerance, Arm.JAVA, value);
    }

    static Figure of(String label, Tolerance tolerance, List<String> keys, ToDoubleFunction<Round> value) {
        return new Figure(label, keys, tolerance, Arm.JAVA, value);
    }
}
