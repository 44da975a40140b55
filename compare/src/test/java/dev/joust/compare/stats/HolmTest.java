package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void adjustedValuesAreThoseOfR() {
        for (RTable.Row row : RTable.read("holm-r.csv").rows()) {
            assertThat(Holm.adjust(row.numbers("p"))).containsExactly(row.numbers("adjusted"), within(1e-12));
        }
    }

    @Test
    void noClaimsNeedNoAdjustment() {
        assertThat(Holm.adjust()).isEmpty();
        assertThat(Holm.adjust(0.03)).containsExactly(0.03);
    }

    @Test
    void aValueThatIsNoProbabilityIsRejected() {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(0.5, p));
        }
    }
}
