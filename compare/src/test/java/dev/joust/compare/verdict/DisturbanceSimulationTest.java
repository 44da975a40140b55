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
 * What disturbed blocks do to the verdicts of a session, by simulation; the tables of compare/decisions/0018 and
 * 0045. The long form prints them: {@code -Djoust.neighbours.sessions=400}.
 */
class DisturbanceSimulationTest {
    private static final int SESSIONS = Integer.getInteger("joust.neighbours.sessions", 100);

    /** Sessions of full have four times the blocks. */
    private static final int OF_FULL = Math.max(10, SESSIONS / 5);

    private static final boolean LONG = SESSIONS > 100;

    /** How simulated sessions are run. */
    private record Rules(Looks looks, Treatment treatment, Repetition repetition) {
        static Rules of(Looks looks) {
            return of(looks, Treatment.JOUST);
        }

        static Rules of(Looks looks, Treatment treatment) {
            return new Rules(looks, treatment, Repetition.JOUST);
        }

        SimulatedOutcome run(List<ScenarioBesideNeighbour> scenarios, Neighbour neighbour, int seed) {
            return new SessionBesideNeighbour(
                            scenarios, looks, neighbour, treatment, repetition, 31L * seed + neighbour.ordinal())
                    .run();
        }
    }

    /** The outcomes of some sessions beside one kind of neighbour. */
    private record Simulated(Rules rules, int scenarios, Neighbour neighbour, List<SimulatedOutcome> outcomes) {
        static Simulated of(Rules rules, Neighbour neighbour) {
            return of(rules, ScenarioBesideNeighbour.ALL, neighbour);
        }

        static Simulated of(Rules rules, List<ScenarioBesideNeighbour> scenarios, Neighbour neighbour) {
            int sessions = rules.looks() == Looks.FULL ? OF_FULL : SESSIONS;
            var outcomes = IntStream.range(0, sessions)
                    .parallel()
                    .mapToObj(seed -> rules.run(scenarios, neighbour, seed))
                    .toList();
            var simulated = new Simulated(rules, scenarios.size(), neighbour, outcomes);
            if (LONG) {
                System.out.println(simulated);
            }
            return simulated;
        }

        double seconds() {
            return outcomes.stream()
                    .mapToDouble(SimulatedOutcome::seconds)
                    .average()
                    .orElseThrow();
        }

        double percent(Predicate<SimulatedOutcome> what) {
            return 100.0 * outcomes.stream().filter(what).count() / outcomes.size();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s, %d scenarios, %s: %.0f s, withheld %.1f, false winners %.1f, refuted %.1f, off %.1f,"
                            + " undecided %.1f %%",
                    rules,
                    scenarios,
                    neighbour,
                    seconds(),
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
            var found = Simulated.of(Rules.of(profile.looks()), neighbour);
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
            var found = Simulated.of(Rules.of(Looks.QUICK), neighbour);
            assertThat(found.percent(SimulatedOutcome::withheld))
                    .as("%s", found)
                    .isLessThan(10);
            assertThat(found.percent(SimulatedOutcome::undecided))
                    .as("%s", found)
                    .isLessThan(10);
        }
        var quiet = Simulated.of(Rules.of(Looks.QUICK), Neighbour.QUIET);
        assertThat(quiet.percent(SimulatedOutcome::withheld)).as("%s", quiet).isZero();
    }

    @Test
    void noVerdictIsGivenWithHalfAMachine() {
        for (var neighbour : List.of(Neighbour.CONSTANT, Neighbour.HEAVY, Neighbour.SECOND_HALF, Neighbour.ONE_ARM)) {
            var found = Simulated.of(Rules.of(Looks.QUICK), neighbour);
            assertThat(found.percent(SimulatedOutcome::withheld))
                    .as("%s", found)
                    .isGreaterThanOrEqualTo(99);
        }
    }

    @Test
    void withoutTheRuleClaimsThatHoldAreRefutedAndEqualsWin() {
        var heavy = Simulated.of(Rules.of(Looks.QUICK, Treatment.NEVER_WITHHELD), Neighbour.HEAVY);
        assertThat(heavy.percent(SimulatedOutcome::refuted)).as("%s", heavy).isGreaterThan(50);
        var oneArm = Simulated.of(Rules.of(Looks.QUICK, Treatment.NEVER_WITHHELD), Neighbour.ONE_ARM);
        assertThat(oneArm.percent(SimulatedOutcome::falseWinner))
                .as("%s", oneArm)
                .isGreaterThan(10);
    }

    @Test
    void theShareOfTheWholeSessionMissesANeighbourOfOneArm() {
        var found = Simulated.of(Rules.of(Looks.QUICK, Treatment.A_QUARTER_OF_THE_SESSION), Neighbour.ONE_ARM);
        assertThat(found.percent(SimulatedOutcome::falseWinner)).as("%s", found).isGreaterThan(10);
    }

    @Test
    void withHalfOfTheBlocksDisturbedFiguresAreWrongByMoreThanTheMargin() {
        var found = Simulated.of(Rules.of(Looks.FULL, Treatment.HALF), Neighbour.ONE_ARM_EVERY_SECOND_BLOCK);
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
                .forEach(neighbour -> Simulated.of(Rules.of(looks, rule), neighbour)));
    }

    /** Beside short disturbances, servers under an open load lose whole blocks for one trial of fifteen. */
    @Test
    void repeatedTrialsSaveBlocksThatRepeatedBlocksDoNot() {
        var trials = Simulated.of(Rules.of(Looks.QUICK), ScenarioBesideNeighbour.SERVERS, Neighbour.RARE_BURSTS);
        var blocks = Simulated.of(
                new Rules(Looks.QUICK, Treatment.JOUST, Repetition.BLOCK),
                ScenarioBesideNeighbour.SERVERS,
                Neighbour.RARE_BURSTS);
        assertThat(trials.percent(SimulatedOutcome::withheld)).as("%s", trials).isLessThan(10);
        assertThat(blocks.percent(SimulatedOutcome::withheld)).as("%s", blocks).isGreaterThan(50);
        assertThat(trials.seconds()).isLessThan(blocks.seconds());
    }

    /** Also where the session is mostly one scenario with fifteen arms. */
    @Test
    void besideNoNeighbourIsAServerAFalseWinner() {
        for (var neighbour : Neighbour.values()) {
            var found = Simulated.of(Rules.of(Looks.QUICK), ScenarioBesideNeighbour.SERVERS, neighbour);
            assertThat(found.percent(SimulatedOutcome::falseWinner))
                    .as("%s", found)
                    .isZero();
            assertThat(found.percent(SimulatedOutcome::refuted)).as("%s", found).isZero();
        }
    }

    /** The long form only: the table of compare/decisions/0045. */
    @ParameterizedTest
    @EnumSource(Repetition.class)
    void everyRepetitionIsSimulatedInTheLongForm(Repetition repetition) {
        var all = LONG ? List.of(Looks.QUICK, Looks.FULL) : List.<Looks>of();
        for (var looks : all) {
            var rules = new Rules(looks, Treatment.JOUST, repetition);
            for (var scenarios : List.of(ScenarioBesideNeighbour.ALL, ScenarioBesideNeighbour.SERVERS)) {
                Arrays.stream(Neighbour.values()).forEach(neighbour -> Simulated.of(rules, scenarios, neighbour));
            }
        }
    }
}
