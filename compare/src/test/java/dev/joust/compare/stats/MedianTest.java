package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void theMedianIsTheMiddleValueOrTheMeanOfTwo() {
        assertThat(Median.of(3, 1, 2)).hasValue(2);
        assertThat(Median.of(4, 1, 3, 2)).hasValue(2.5);
        assertThat(Median.of(7)).hasValue(7);
    }

    @Test
    void withoutAValueThereIsNoMedian() {
        assertThat(Median.of()).isEmpty();
    }

    @Test
    void theValuesKeepTheirOrder() {
        double[] values = {9, 1, 8, 2, 7, 3, 6, 4, 5};
        Median.of(values);
        assertThat(values).containsExactly(9, 1, 8, 2, 7, 3, 6, 4, 5);
    }
}
