package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two machines on opposite sides of a boundary. */
final class MachineDependenceTest {
    private static final double CONFIDENCE = 0.95;

    /** So many blocks close to a ratio. */
    private static MachineEstimate machine(String name, double ratio, int blocks) {
        double[] logRatios = IntStream.range(0, blocks)
                .mapToDouble(block -> Math.log(ratio) + 0.001 * block)
                .toArray();
        return new MachineEstimate(name, Estimate.of(LogRatios.of(logRatios), CONFIDENCE));
    }

    private static String found(Rule rule, MachineEstimate... machines) {
        return MachineDependence.of(rule, List.of(machines))
                .map(MachineDependence::text)
                .orElse("");
    }

    @Test
    void aClaimDependsOnTheMachineWhereOneHoldsAndAnotherRefutesIt() {
        assertThat(found(new BeatsRule(1.5), machine("a", 1.8, 6), machine("b", 1.2, 6)))
                .isEqualTo("depends on the machine: held on a [1.800, 1.809], refuted on b [1.200, 1.206]");
        assertThat(found(new TiesRule(0.1), machine("a", 1.02, 6), machine("b", 1.3, 6)))
                .startsWith("depends on the machine: held on a");
        assertThat(found(new KeepsUpRule(0.1), machine("a", 1.3, 6), machine("b", 0.7, 6)))
                .startsWith("depends on the machine: held on a");
    }

    @Test
    void aTieDependsOnTheMachineWhereOneIsAheadAndTheOtherBehind() {
        assertThat(found(new TiesRule(0.1), machine("a", 0.7, 6), machine("b", 1.3, 6)))
                .isEqualTo("depends on the machine: ahead on b [1.300, 1.307], behind on a [0.7000, 0.7035]");
    }

    @Test
    void machinesOnOneSideOfTheBoundaryAgree() {
        assertThat(found(new BeatsRule(1.5), machine("a", 1.8, 6), machine("b", 3, 6)))
                .isEmpty();
        assertThat(found(new BeatsRule(1.5), machine("a", 1.2, 6), machine("b", 0.5, 6)))
                .as("both refute it, one as slower")
                .isEmpty();
        assertThat(found(new BeatsRule(1.5), machine("a", 1.8, 6))).isEmpty();
    }

    /** Three blocks of a machine on the boundary are all on one side in every fourth session. */
    @Test
    void aMachineWithFewerBlocksThanTheLookNeedsIsNotClear() {
        assertThat(found(new BeatsRule(1.5), machine("a", 1.8, 6), machine("b", 1.2, 3)))
                .isEmpty();
        assertThat(found(new BeatsRule(1.5), machine("a", 1.8, 5), machine("b", 1.2, 5)))
                .isEmpty();
    }

    /** So few blocks cost nothing: together they cannot decide either while one machine is on the other side. */
    @Test
    void ofThreeBlocksEachNoDecisionIsMadeWhileOneMachineIsOnTheOtherSide() {
        double[] above = {0.1, 0.2, 0.3};
        double[] below = {-0.1, -0.2, -0.3};
        for (var machines : List.of(List.of(above, below), List.of(above, above, below))) {
            assertThat(SignedRank.twoSided(new LogRatios(machines), 0)).isGreaterThan(0.05);
        }
    }

    @Test
    void manyMachinesAreCounted() {
        var many = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> machine("m" + i, i < 9 ? 2 : 1, 6))
                .toArray(MachineEstimate[]::new);
        assertThat(found(new BeatsRule(1.5), many)).contains("m4 [2.000, 2.010], 4 more, refuted on m9");
    }

    @Test
    void theWinnerDependsOnTheMachineWhereTheMachinesContradictEachOther() {
        assertThat(Winner.among(Set.of("x", "y"), List.of(pair(2, 2, 2)), 0.25)).isEqualTo(new Winner.Sole("x"));
        assertThat(Winner.among(Set.of("x", "y"), List.of(pair(2, 2, 1.1)), 0.25))
                .isInstanceOfSatisfying(Winner.OnMachine.class, found -> {
                    assertThat(found.contenders()).isEqualTo(new TreeSet<>(Set.of("x", "y")));
                    assertThat(found.open()).hasSize(1);
                    assertThat(found.open().getFirst()).contains("x and y: depends on the machine: held on m0");
                });
        assertThat(Winner.among(Set.of("x", "y"), List.of(pair(1, 1, 1.6)), 0.25))
                .as("a tie on most")
                .isInstanceOf(Winner.OnMachine.class);
    }

    /** Two models on machines with these ratios; together their interval is that of the first machine. */
    private static PairedComparison pair(double... ratios) {
        var machines = IntStream.range(0, ratios.length)
                .mapToObj(i -> machine("m" + i, ratios[i], 6))
                .toList();
        return new PairedComparison("x", "y", machines.getFirst().advantage(), machines);
    }

    @Test
    void theRivalSeesTheMachinesFromTheOtherSide() {
        assertThat(pair(2, 4).byMachineSeenBy("y"))
                .extracting(one -> one.advantage().ratio())
                .allSatisfy(ratio -> assertThat(ratio).isLessThan(0.51));
    }
}
