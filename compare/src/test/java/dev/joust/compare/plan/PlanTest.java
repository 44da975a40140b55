package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.scenario.Control;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private final Plan plan = new Plan(
            List.of(
                    SampleScenarios.batch("one", "?", List.of("a", "b", "c")),
                    SampleScenarios.batch("two", "?", List.of("a", "b", "c"))),
            42);

    @Test
    void aRoundHasEachScenarioOnceAndABlockEachArmOnce() {
        var round = plan.round(3);
        assertThat(round).extracting(b -> b.scenario().name()).containsExactlyInAnyOrder("one", "two");
        assertThat(round).allSatisfy(block -> {
            assertThat(block.number()).isEqualTo(3);
            assertThat(block.order())
                    .containsExactlyInAnyOrderElementsOf(block.scenario().arms());
        });
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        var again = new Plan(plan.scenarios(), 42);
        IntStream.rangeClosed(1, 24).forEach(n -> assertThat(again.round(n)).isEqualTo(plan.round(n)));
    }

    @Test
    void theOrderIsShuffledFromBlockToBlock() {
        Set<String> first = new HashSet<>();
        IntStream.rangeClosed(1, 24)
                .forEach(n ->
                        first.add(plan.round(n).getFirst().order().getFirst().name()));
        assertThat(first).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void theAnalyticControlTakesPartInEverySecondRound() {
        var sleepers = SampleScenarios.control("sleepers", new Control.Expects(5, 0.03));
        var slower = SampleScenarios.control("slower", new Control.Slower());
        var withControls = new Plan(List.of(sleepers, slower), 42);
        assertThat(IntStream.rangeClosed(1, 6).map(n -> withControls.round(n).size()))
                .containsExactly(2, 1, 2, 1, 2, 1);
        assertThat(Plan.blocks(new Control.Expects(5, 0.03), 6, false)).isEqualTo(3);
        assertThat(Plan.blocks(new Control.Slower(), 6, false)).isEqualTo(6);
    }

    @Test
    void inShardsTheAnalyticControlTakesPartInEveryRoundAndNothingElseChanges() {
        var sleepers = SampleScenarios.control("sleepers", new Control.Expects(5, 0.03));
        var slower = SampleScenarios.control("slower", new Control.Slower());
        var whole = new Plan(List.of(sleepers, slower), 42);
        var inShards = new Plan(List.of(sleepers, slower), 42, true);
        assertThat(IntStream.rangeClosed(1, 6).map(n -> inShards.round(n).size()))
                .containsOnly(2);
        assertThat(Plan.blocks(new Control.Expects(5, 0.03), 3, true)).isEqualTo(3);
        for (int round = 1; round <= 6; round++) {
            assertThat(inShards.round(round)).containsAll(whole.round(round));
        }
    }

    @Test
    void eachBlockHasItsOwnUnitSeed() {
        Set<Long> seeds = new HashSet<>();
        IntStream.rangeClosed(1, 24).forEach(n -> plan.round(n).forEach(block -> seeds.add(plan.unitSeed(block))));
        assertThat(seeds).hasSize(48);
    }
}
