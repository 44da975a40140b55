package dev.joust.compare.verdict;

import static dev.joust.compare.verdict.ManyMachinesVerdictTest.claim;
import static dev.joust.compare.verdict.ManyMachinesVerdictTest.pair;
import static dev.joust.compare.verdict.ManyMachinesVerdictTest.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.joust.compare.MachinesFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.VerdictOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which blocks a session loses with a machine that ran several shards, or that alone had the cores of a claim. */
final class LeftOutMachineTest {

    @Test
    void aMachineIsLeftOutWithAllOfItsShardsWhereTheControlOfOneFails() {
        var fixture = pair(race(9, _ -> 0.5), 9, block -> block % 3 == 1 ? 1.5 : 1);
        var judgement = MachinesFixture.of(fixture, "ann", "ann", "bob").judgement();
        assertThat(judgement.leftOut())
                .extracting(LeftOutMachine::name, LeftOutMachine::disturbed)
                .containsExactly(tuple("ann", false));
        assertThat(judgement.scenarios().getFirst().evidence().blocks()).containsOnlyKeys(3, 6, 9);
    }

    /** Three shards with one block of the pair each have too few, together they have enough. */
    @Test
    void theControlsOfAMachineCountTogetherWhereItsShardsHaveTooFewBlocks() {
        var fixture = pair(race(8, _ -> 0.5), 8, block -> block % 4 == 0 ? 1 : 1.5);
        assertThat(MachinesFixture.of(fixture, "ann", "ann", "ann", "bob")
                        .judgement()
                        .leftOut())
                .singleElement()
                .satisfies(machine -> assertThat(machine.name()).isEqualTo("ann"));
    }

    @Test
    void theDisturbedBlocksOfAMachineCountTogether() {
        var two = pair(race(9, _ -> 0.5).disturbed(1, 2), 9, _ -> 1);
        assertThat(MachinesFixture.of(two, "ann", "ann", "bob").judgement().leftOut())
                .containsExactly(new LeftOutMachine("ann", "its machine was disturbed in 2 of 6 blocks of race", true));
    }

    /** Its own controls are those of the session then, which judges them by all blocks. */
    @Test
    void theOnlyMachineIsNotLeftOut() {
        var fixture = pair(race(9, _ -> 0.5), 9, block -> block % 3 == 1 ? 1.5 : 1);
        assertThat(MachinesFixture.of(fixture, "ann", "ann", "ann").judgement().leftOut())
                .isEmpty();
    }

    @Test
    void whereEveryMachineWouldBeLeftOutItsShardsAreNoMachinesMore() {
        var fixture = pair(race(9, _ -> 0.5), 9, block -> block % 3 == 2 ? 1 : 1.5);
        var judgement = MachinesFixture.of(fixture, "ann", "ann", "bob").judgement();
        assertThat(judgement.leftOut()).hasSize(2);
        assertThat(judgement.status()).isEqualTo(SessionStatus.CONTAMINATED);
        assertThat(judgement.scenarios().getFirst().evidence().blocks()).hasSize(9);
    }

    @Test
    void aClaimNeedsTheCoresOfAMachineThatIsJudged() {
        var fixture = pair(race(Profile.QUICK, 2, 12, _ -> 0.5), 12, block -> block % 2 == 0 ? 1.5 : 1);
        var machines = new MachinesFixture(fixture, List.of("small", "large"), List.of(1, 2));
        assertThat(machines.judgement().leftOut()).singleElement().satisfies(machine -> assertThat(machine.name())
                .isEqualTo("large"));
        assertThat(claim(machines).verdict().outcome()).isEqualTo(VerdictOutcome.NOT_APPLICABLE);
        assertThat(claim(machines).verdict().reason()).startsWith("it needs 2 cores, its trials had 1");
    }

    /** Seven of eight machines hold it, which decides; the one that refutes it says otherwise. */
    @Test
    void aClaimThatDependsOnTheMachineIsNotHeldOnMachinesLikeThese() {
        var eight = List.of("a", "b", "c", "d", "e", "f", "g", "h").toArray(String[]::new);
        var fixture = race(48, block -> block % 8 == 1 ? 0.95 : 0.5);
        var across = claim(MachinesFixture.of(pair(fixture, 48, _ -> 1), eight)).machines();
        assertThat(across.orElseThrow().alike().outcome()).isEqualTo(VerdictOutcome.INCONCLUSIVE);
        assertThat(across.orElseThrow().alike().reason()).startsWith("depends on the machine: held on b [");
        assertThat(across.orElseThrow().alike().estimate().orElseThrow().blocks())
                .isEqualTo(8);
    }
}
