package dev.joust.compare.adr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.report.RatioReport;
import org.junit.jupiter.api.Test;

final class WhatItTakesTest {

    /** The interval is twice as wide as it may be, so it takes four times the blocks. */
    @Test
    void anIntervalNarrowsWithTheSquareRootOfTheBlocks() {
        double margin = 0.25;
        assertThat(WhatItTakes.needed(ratio(1, 2 * Math.log(1.25), 6), margin)).isEqualTo("about 24 blocks");
        assertThat(WhatItTakes.needed(ratio(1.25 * 1.25, 3 * Math.log(1.25), 6), margin))
                .isEqualTo("about 54 blocks");
        assertThat(WhatItTakes.needed(ratio(1 / 1.25 / 1.25, 3 * Math.log(1.25), 6), margin))
                .as("the same seen from the other side")
                .isEqualTo("about 54 blocks");
    }

    @Test
    void atTheMarginNoNumberOfBlocksDecides() {
        assertThat(WhatItTakes.needed(ratio(1.25, 0.1, 9), 0.25))
                .isEqualTo("more than 200 blocks, since the difference is about as large as the margin");
    }

    @Test
    void itTakesMoreThanThereAre() {
        assertThat(WhatItTakes.needed(ratio(1, 0.01, 6), 0.25)).isEqualTo("about 7 blocks");
    }

    private static RatioReport ratio(double ratio, double halfWidth, int blocks) {
        return new RatioReport(ratio, ratio / Math.exp(halfWidth), ratio * Math.exp(halfWidth), 0.969, blocks);
    }
}
