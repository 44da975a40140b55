package dev.joust.compare.verdict;

import static dev.joust.compare.SessionFixture.wobble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.joust.compare.MachinesFixture;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the judge makes of the blocks of several machines. */
final class ManyMachinesVerdictTest {
    private static final List<String> ARMS = List.of("processes", "platform-threads");

    /** A race whose first arm takes so many seconds in each block; the other takes one. */
    static SessionFixture race(int blocks, IntToDoubleFunction seconds) {
        return race(Profile.QUICK, 1, blocks, seconds);
    }

    static SessionFixture race(Profile profile, int cores, int blocks, IntToDoubleFunction seconds) {
        var claim = SampleScenarios.claim(ARMS.getFirst(), ARMS.getLast(), new Beats(1.2), Quantity.MAKESPAN, cores, 3);
        return new SessionFixture(profile)
                .with(SampleScenarios.batch("race", "Who is faster?", ARMS, claim))
                .arm(
                        ARMS.getFirst(),
                        blocks,
                        block -> SampleTrial.batch(wobble(seconds.applyAsDouble(block), block, 0.01)))
                .arm(ARMS.getLast(), blocks, block -> SampleTrial.batch(wobble(1, block + 1, 0.01)));
    }

    /** An A/A pair whose second arm takes so many times as long in each block. */
    static SessionFixture pair(SessionFixture fixture, int blocks, IntToDoubleFunction ratio) {
        return fixture.with(SampleScenarios.control("control-aa", new Control.Same()))
                .arm("one", blocks, block -> SampleTrial.batch(wobble(1, block, 0.01)))
                .arm("other", blocks, block -> SampleTrial.batch(wobble(ratio.applyAsDouble(block), block, 0.01)));
    }

    static ClaimJudgement claim(MachinesFixture machines) {
        return machines.judgement().claims().getFirst();
    }

    @Test
    void sixBlocksOfThreeMachinesDecideAsSixOfOneDo() {
        var machines = MachinesFixture.of(race(6, _ -> 0.5).controls(), "ann", "bob", "cy");
        var claim = claim(machines);
        assertThat(claim.verdict().outcome()).isEqualTo(VerdictOutcome.HELD);
        assertThat(claim.verdict().estimate().orElseThrow().confidence().achieved())
                .isEqualTo(1 - 2 / 64.0);
        assertThat(machines.judgement().status()).isEqualTo(SessionStatus.SOUND);
        var across = claim.machines().orElseThrow();
        assertThat(across.machines())
                .extracting(
                        AcrossMachines.OneMachine::machine, one -> one.verdict().outcome())
                .containsExactly(
                        tuple("ann", VerdictOutcome.INCONCLUSIVE),
                        tuple("bob", VerdictOutcome.INCONCLUSIVE),
                        tuple("cy", VerdictOutcome.INCONCLUSIVE));
        assertThat(across.alike().outcome()).isEqualTo(VerdictOutcome.NOT_JUDGED);
        assertThat(across.alike().reason())
                .isEqualTo("not claimed: 3 machines are no sample of machines like these, 6 are needed");
    }

    @Test
    void sixMachinesAreASampleOfMachinesLikeThese() {
        var across = claim(MachinesFixture.of(race(6, _ -> 0.5).controls(), "a", "b", "c", "d", "e", "f"))
                .machines()
                .orElseThrow();
        assertThat(across.alike().outcome()).isEqualTo(VerdictOutcome.HELD);
        assertThat(across.alike().estimate().orElseThrow().blocks()).isEqualTo(6);
    }

    @Test
    void oneMachineOfSixThatDisagreesLeavesMachinesLikeTheseOpen() {
        var six = race(36, block -> block % 6 == 1 ? 1.1 : 0.5);
        var claim = claim(MachinesFixture.of(pair(six, 36, _ -> 1), "a", "b", "c", "d", "e", "f"));
        assertThat(claim.machines().orElseThrow().alike().outcome()).isEqualTo(VerdictOutcome.INCONCLUSIVE);
        assertThat(claim.verdict().reason()).startsWith("depends on the machine: held on b [");
    }

    @Test
    void twoShardsOfOneMachineAreOneMachineAndTwoStrata() {
        var claim = claim(MachinesFixture.of(race(6, _ -> 0.5).controls(), "ann", "ann", "bob"));
        assertThat(claim.machines().orElseThrow().machines())
                .extracting(
                        AcrossMachines.OneMachine::machine,
                        one -> one.verdict().estimate().orElseThrow().blocks())
                .containsExactly(tuple("ann", 4), tuple("bob", 2));
        var alone = claim(MachinesFixture.of(race(6, _ -> 0.5).controls(), "ann", "ann", "ann"));
        assertThat(alone.machines()).isEmpty();
        assertThat(alone.verdict().outcome()).isEqualTo(VerdictOutcome.HELD);
    }

    @Test
    void theWinnerAndTheClaimDependOnTheMachineWhereTwoContradictEachOther() {
        var two = pair(race(24, block -> block % 2 == 0 ? 0.5 : 1.1), 24, _ -> 1);
        var machines = MachinesFixture.of(two, "ann", "bob");
        assertThat(claim(machines).verdict().outcome()).isEqualTo(VerdictOutcome.INCONCLUSIVE);
        assertThat(claim(machines).verdict().reason())
                .startsWith("depends on the machine: held on bob [")
                .contains("refuted on ann [");
        assertThat(claim(machines).verdict().estimate()).isPresent();
        var three = pair(race(24, block -> block % 3 == 1 ? 1.1 : 0.5), 24, _ -> 1);
        var judgement = MachinesFixture.of(three, "ann", "bob", "cy").judgement();
        assertThat(judgement.scenarios().getFirst().primary().winner().orElseThrow())
                .isInstanceOf(Winner.OnMachine.class);
        assertThat(judgement.conclusion()).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    @Test
    void aMachineWhoseControlFailsIsLeftOutWhole() {
        var judgement = MachinesFixture.of(
                        pair(race(9, block -> block % 3 == 1 ? 1.1 : 0.5), 9, block -> block % 3 == 1 ? 1.5 : 1),
                        "ann",
                        "bob",
                        "cy")
                .judgement();
        assertThat(judgement.leftOut())
                .singleElement()
                .satisfies(host -> assertThat(host.name()).isEqualTo("ann"))
                .satisfies(host -> assertThat(host.reason())
                        .isEqualTo("its control control-aa failed: a model and itself are apart by 1.500 [1.500,"
                                + " 1.500]"));
        assertThat(judgement.status()).isEqualTo(SessionStatus.SOUND);
        assertThat(judgement.claims().getFirst().verdict().outcome()).isEqualTo(VerdictOutcome.HELD);
        assertThat(judgement.scenarios().getFirst().evidence().blocks()).containsOnlyKeys(2, 3, 5, 6, 8, 9);
    }

    @Test
    void oneBlockOrTwoOfAPairLeaveNobodyOut() {
        var judgement = MachinesFixture.of(pair(race(6, _ -> 0.5), 6, block -> block % 3 == 1 ? 1.5 : 1), "a", "b", "c")
                .judgement();
        assertThat(judgement.leftOut()).isEmpty();
        assertThat(judgement.status()).isEqualTo(SessionStatus.UNDERPOWERED);
    }

    @Test
    void aMachineWhoseAnalyticControlIsOffIsLeftOut() {
        var fixture = pair(race(9, _ -> 0.5), 9, _ -> 1)
                .with(SampleScenarios.control("sleepers", new Control.Expects(5, 0.03)))
                .arm("one", 9, _ -> SampleTrial.batch(0.4))
                .arm("other", 9, block -> SampleTrial.batch(block % 3 == 0 ? 2.2 : 2));
        assertThat(MachinesFixture.of(fixture, "ann", "bob", "cy").judgement().leftOut())
                .extracting(LeftOutMachine::name, LeftOutMachine::reason)
                .containsExactly(tuple(
                        "cy", "its control sleepers failed: by arithmetic it is 5.0, measured 5.500 [5.500, 5.500]"));
    }

    @Test
    void aMachineThatWasDisturbedInTwoBlocksOfThreeIsLeftOut() {
        var judgement = MachinesFixture.of(pair(race(9, _ -> 0.5).disturbed(1, 7), 9, _ -> 1), "ann", "bob", "cy")
                .judgement();
        assertThat(judgement.leftOut())
                .containsExactly(new LeftOutMachine("ann", "its machine was disturbed in 2 of 3 blocks of race", true));
        assertThat(judgement.status()).isEqualTo(SessionStatus.SOUND);
        assertThat(judgement.claims().getFirst().verdict().outcome()).isEqualTo(VerdictOutcome.HELD);
    }

    @Test
    void oneDisturbedBlockOfThreeIsLeftToTheRuleForTheSession() {
        var judgement = MachinesFixture.of(pair(race(9, _ -> 0.5).disturbed(1, 2), 9, _ -> 1), "ann", "bob", "cy")
                .judgement();
        assertThat(judgement.leftOut()).isEmpty();
        assertThat(judgement.status()).isEqualTo(SessionStatus.SOUND);
    }

    @Test
    void whereEveryMachineWouldBeLeftOutNothingIsBelieved() {
        var disturbed =
                MachinesFixture.of(pair(race(9, _ -> 0.5).disturbed(1, 2, 3, 4, 5, 6), 9, _ -> 1), "ann", "bob", "cy");
        assertThat(disturbed.judgement().status()).isEqualTo(SessionStatus.DISTURBED);
        assertThat(disturbed.judgement().leftOut()).hasSize(3);
        var contaminated =
                MachinesFixture.of(pair(race(9, _ -> 0.5), 9, block -> block % 3 == 1 ? 0.6 : 1.6), "ann", "bob", "cy");
        assertThat(contaminated.judgement().status()).isEqualTo(SessionStatus.CONTAMINATED);
        assertThat(contaminated.judgement().claims().getFirst().verdict().reason())
                .isEqualTo("withheld, because a control failed; without that: held");
    }

    @Test
    void aClaimIsAskedOfTheMachinesThatHaveItsCores() {
        var fixture =
                race(Profile.QUICK, 2, 12, block -> block % 2 == 0 ? 0.5 : 1.1).controls();
        var claim = claim(new MachinesFixture(fixture, List.of("small", "large"), List.of(1, 2)));
        assertThat(claim.verdict().outcome()).isEqualTo(VerdictOutcome.HELD);
        assertThat(claim.verdict().estimate().orElseThrow().blocks()).isEqualTo(6);
        assertThat(claim.machines()).isEmpty();
        var none = claim(new MachinesFixture(fixture, List.of("small", "large"), List.of(1, 1)));
        assertThat(none.verdict().outcome()).isEqualTo(VerdictOutcome.NOT_APPLICABLE);
        assertThat(none.verdict().reason()).startsWith("it needs 2 cores, its trials had 1");
    }

    /** Half of the time that arithmetic allows needs a machine that has become twice as fast. */
    @Test
    void aRecalibrationOfOneMachineMovesItsOwnLimitsAlone() {
        var judgement = MachinesFixture.of(race(6, _ -> 0.2).faster("jvm", 2), "ann", "bob")
                .judgement();
        var arm = judgement.scenarios().getFirst().evidence().scenario().arms().getFirst();
        assertThat(judgement.scenarios().getFirst().evidence().all(arm))
                .extracting(Evidence.Checked::valid)
                .containsExactly(true, false, true, false, true, false);
    }

    @Test
    void theCoresOfAMachineSetItsOwnLimits() {
        var fixture = race(6, _ -> 0.35);
        var judgement = new MachinesFixture(fixture, List.of("ann", "bob"), List.of(1, 2)).judgement();
        var evidence = judgement.scenarios().getFirst().evidence();
        assertThat(evidence.all(evidence.scenario().arms().getFirst()))
                .extracting(Evidence.Checked::valid)
                .containsExactly(false, true, false, true, false, true);
    }

    /** In full six machines decide one claim at most: 2/2^6 is 3.1 %. */
    @Test
    void inFullTheClaimsOnMachinesLikeTheseAreAFamilyOfTheirOwn() {
        var fixture = race(Profile.FULL, 1, 24, _ -> 0.5);
        assertThat(claim(MachinesFixture.of(pair(fixture, 24, _ -> 1), "a", "b", "c", "d", "e", "f"))
                        .machines()
                        .orElseThrow()
                        .alike()
                        .outcome())
                .isEqualTo(VerdictOutcome.HELD);
        var claim = SampleScenarios.claim(ARMS.getFirst(), ARMS.getLast(), new Beats(1.1), Quantity.MAKESPAN, 3);
        var second = fixture.with(SampleScenarios.batch("again", "Who is faster?", ARMS, claim))
                .arm(ARMS.getFirst(), 24, block -> SampleTrial.batch(wobble(0.5, block, 0.01)))
                .arm(ARMS.getLast(), 24, block -> SampleTrial.batch(wobble(1, block + 1, 0.01)));
        var both = MachinesFixture.of(second, "a", "b", "c", "d", "e", "f")
                .judgement()
                .claims();
        assertThat(both)
                .extracting(judged -> judged.verdict().outcome())
                .containsExactly(VerdictOutcome.HELD, VerdictOutcome.HELD);
        assertThat(both)
                .extracting(judged -> judged.machines().orElseThrow().alike().outcome())
                .containsExactly(VerdictOutcome.INCONCLUSIVE, VerdictOutcome.INCONCLUSIVE);
    }
}
