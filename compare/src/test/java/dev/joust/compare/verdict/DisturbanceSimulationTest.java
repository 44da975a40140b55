package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.Looks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What disturbed blocks do to the verdicts of a session, by simulation; the table of compare/decisions/0018. The long
 * form prints that table: {@code -Djoust.neighbours.sessions=1000}.
 */
class DisturbanceSimulationTest {
    private static final int SESSIONS = Integer.getInteger("joust.neighbours.sessions", 30);

    /** Sessions of full have four times the blocks. */
    private static final int OF_FULL = Math.max(10, SESSIONS / 5);

    private static final boolean LONG = SESSIONS > 100;

    /** The outcomes of some sessions beside one kind of neighbour. */
    private record Simulated(Looks looks, Treatment treatment, Neighbour neighbour, List<SimulatedOutcome> outcomes) {
        static Simulated of(Looks looks, Treatment treatment, Neighbour neighbour) {
            int sessions = looks == Looks.FULL ? OF_FULL : SESSIONS;
            var outcomes = IntStream.range(0, sessions)
                    .parallel()
                    .mapToObj(seed -> new SessionBesideNeighbour(
                                    looks, neighbour, treatment, 31L * seed + neighbour.ordinal())
                            .run())
                    .toList();
            var simulated = new Simulated(looks, treatment, neighbour, outcomes);
            if (LONG) {
                System.out.println(simulated);
            }
            return simulated;
        }

        double percent(Predicate<SimulatedOutcome> what) {
            return 100.0 * outcomes.stream().filter(what).count() / outcomes.size();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %s %s: withheld %.1f, false winners %.1f, refuted %.1f, off %.1f, undecided %.1f %%",
                    looks,
                    treatment,
                    neighbour,
                    percent(SimulatedOutcome::withheld),
                    percent(SimulatedOutcome::falseWinner),
                    percent(SimulatedOutcome::refuted),
                    percent(SimulatedOutcome::wrongFigure),
                    percent(SimulatedOutcome::undecided));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"QUICK", "FULL"})
    void besideNoNeighbourIsThereAFalseWinnerOrAFalseRefutationInMoreThanOnePercent(Profile profile) {
        for (var neighbour : Neighbour.values()) {
            var found = Simulated.of(profile.looks(), Treatment.JOUST, neighbour);
            assertThat(found.percent(SimulatedOutcome::falseWinner))
                    .as("%s", found)
                    .isLessThanOrEqualTo(1);
            assertThat(found.percent(SimulatedOutcome::refuted)).as("%s", found).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aQuietMachineDecidesAndShortDisturbancesAreRepeated() {
        for (var neighbour :
                List.of(Neighbour.QUIET, Neighbour.AT_FIRST, Neighbour.RARE_BURSTS, Neighbour.SHORT_BURSTS)) {
            var found = Simulated.of(Looks.QUICK, Treatment.JOUST, neighbour);
            assertThat(found.percent(SimulatedOutcome::withheld))
                    .as("%s", found)
                    .isLessThan(10);
            assertThat(found.percent(SimulatedOutcome::undecided))
                    .as("%s", found)
                    .isLessThan(10);
        }
        var quiet = Simulated.of(Looks.QUICK, Treatment.JOUST, Neighbour.QUIET);
        assertThat(quiet.percent(SimulatedOutcome::withheld)).as("%s", quiet).isZero();
    }

    @Test
    void noVerdictIsGivenWithHalfAMachine() {
        for (var neighbour : List.of(Neighbour.CONSTANT, Neighbour.HEAVY, Neighbour.SECOND_HALF, Neighbour.ONE_ARM)) {
            var found = Simulated.of(Looks.QUICK, Treatment.JOUST, neighbour);
            assertThat(found.percent(SimulatedOutcome::withheld))
                    .as("%s", found)
                    .isGreaterThanOrEqualTo(99);
        }
    }

    @Test
    void withoutTheRuleClaimsThatHoldAreRefutedAndEqualsWin() {
        var heavy = Simulated.of(Looks.QUICK, Treatment.NEVER_WITHHELD, Neighbour.HEAVY);
        assertThat(heavy.percent(SimulatedOutcome::refuted)).as("%s", heavy).isGreaterThan(50);
        var oneArm = Simulated.of(Looks.QUICK, Treatment.NEVER_WITHHELD, Neighbour.ONE_ARM);
        assertThat(oneArm.percent(SimulatedOutcome::falseWinner))
                .as("%s", oneArm)
                .isGreaterThan(10);
    }

    @Test
    void theShareOfTheWholeSessionMissesANeighbourOfOneArm() {
        var found = Simulated.of(Looks.QUICK, Treatment.A_QUARTER_OF_THE_SESSION, Neighbour.ONE_ARM);
        assertThat(found.percent(SimulatedOutcome::falseWinner)).as("%s", found).isGreaterThan(10);
    }

    @Test
    void withHalfOfTheBlocksDisturbedFiguresAreWrongByMoreThanTheMargin() {
        var found = Simulated.of(Looks.FULL, Treatment.HALF, Neighbour.ONE_ARM_EVERY_SECOND_BLOCK);
        assertThat(found.percent(SimulatedOutcome::wrongFigure)).as("%s", found).isGreaterThan(10);
    }

    /** The long form only: every rule beside every neighbour. */
    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"QUICK", "FULL"})
    void everyRuleIsSimulatedInTheLongForm(Profile profile) {
        var looks = profile.looks();
        var rules = LONG ? Treatment.values() : new Treatment[0];
        Arrays.stream(rules).forEach(rule -> Arrays.stream(Neighbour.values())
                .forEach(neighbour -> Simulated.of(looks, rule, neighbour)));
    }
}
