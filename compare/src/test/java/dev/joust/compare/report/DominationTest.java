package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.report.Domination.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DominationTest {
    private static final List<String> RESPECTS = List.of("price", "time", "memory");

    @Test
    void anArmThatIsBestSomewhereIsNotBeaten() {
        var found = of(candidate("a", 1, 2, 3), candidate("b", 2, 1, 3), candidate("c", 3, 3, 3.5));
        assertThat(found.undominated()).containsExactly("a", "b");
        assertThat(found.text()).isEqualTo("undominated: a and b; c is beaten by a in each of price, time and memory");
    }

    @Test
    void armsThatAreBeatenAlikeAreNamedTogether() {
        assertThat(of(candidate("a", 1, 1, 1), candidate("b", 2, 2, 2), candidate("c", 3, 3, 3))
                        .text())
                .isEqualTo("undominated: a; b and c are beaten by a in each of price, time and memory");
    }

    @Test
    void equalCostsBeatNothingAndAreSaid() {
        var twins = of(candidate("a", 1, 1, 1), candidate("b", 1, 1, 1));
        assertThat(twins.undominated()).containsExactly("a", "b");
        assertThat(twins.beatenBy("b")).isEmpty();
        assertThat(of(candidate("a", 1, 1, 1), candidate("b", 1, 2, 2)).text())
                .isEqualTo("undominated: a; b is beaten by a in time and memory, with equal price");
    }

    @Test
    void theArmThatBeatsMostIsNamedAndIsNotBeatenItself() {
        var found = of(
                candidate("beaten", 2, 2, 2),
                candidate("worst", 3, 3, 3),
                candidate("in-two", 1, 1, 3),
                candidate("in-three", 1.5, 1.5, 1));
        assertThat(found.beatenBy("worst")).contains("in-three");
        assertThat(found.beatenBy("beaten")).contains("in-three");
        assertThat(found.beatenBy("in-two")).isEmpty();
        assertThat(found.beatenBy("unknown")).isEmpty();
    }

    @Test
    void oneArmIsNotBeaten() {
        assertThat(of(candidate("a", 1, 1, 1)).text()).isEqualTo("undominated: a");
    }

    private static Domination of(Candidate... candidates) {
        return new Domination(RESPECTS, List.of(candidates));
    }

    private static Candidate candidate(String arm, double... costs) {
        return new Candidate(arm, List.of(costs[0], costs[1], costs[2]));
    }
}
