package dev.joust.compare.stats;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All signs that these magnitudes can have: the null hypothesis, enumerated. */
final class SignFlips {

    private SignFlips() {}

    static Stream<double[]> of(double... magnitudes) {
        return IntStream.range(0, 1 << magnitudes.length).mapToObj(signs -> IntStream.range(0, magnitudes.length)
                .mapToDouble(i -> (signs >> i & 1) == 0 ? magnitudes[i] : -magnitudes[i])
                .toArray());
    }
}
