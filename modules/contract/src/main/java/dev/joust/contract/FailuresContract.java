package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of units, and of the model, when the service fails. */
interface FailuresContract {

    ContractFixture stand();

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void anErrorOfTheServiceFailsTheUnitAndIsNamed(Step request) throws InterruptedException {
        assertFails(Fault.ERROR, request, "500");
    }

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void aConnectionCutInMidBodyFailsTheUnitAndIsNamed(Step request) throws InterruptedException {
        assertFails(Fault.CUT, request, "(?i)clos|cut|eof|end|reset|premature|incomplete|short|lost|bytes|length");
    }

    private void assertFails(Fault fault, Step request, String named) throws InterruptedException {
        var bench = stand().bench();
        stand().stub().misbehave(fault);
        assertThat(bench.outcomes(SampleWork.times(ContractFixture.MORE_THAN_SLOTS, request)))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                                .containsPattern(named)));
        stand().stub().misbehave(Fault.NONE);
        stand().assertDoesGoodWork(bench, SampleWork.times(ContractFixture.MORE_THAN_SLOTS, request));
    }

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void aWrongBodyGivesAnAnswerThatTheOracleRejects(Step request) throws InterruptedException {
        var bench = stand().bench();
        stand().stub().misbehave(Fault.WRONG_BODY);
        for (var unit : bench.runAll(SampleWork.times(ContractFixture.SLOTS, request))) {
            assertThat(unit.outcome(stand().patience()))
                    .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.digest())
                            .isNotEqualTo(stand().oracle().digest(unit.work())));
        }
        stand().stub().misbehave(Fault.NONE);
        stand().assertDoesGoodWork(bench, SampleWork.times(ContractFixture.SLOTS, request));
    }

    /** Well-formed but too short: a model may notice, and need not, for the oracle does. */
    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void aShortBodyIsNeverTakenForTheRightOne(Step request) throws InterruptedException {
        var bench = stand().bench();
        stand().stub().misbehave(Fault.SHORT_BODY);
        for (var unit : bench.runAll(SampleWork.times(ContractFixture.SLOTS, request))) {
            switch (unit.outcome(stand().patience())) {
                case Outcome.Done done ->
                    assertThat(done.digest()).isNotEqualTo(stand().oracle().digest(unit.work()));
                case Outcome.Failed failed -> assertThat(failed.reason()).isNotBlank();
            }
        }
        stand().stub().misbehave(Fault.NONE);
        stand().assertDoesGoodWork(bench, SampleWork.times(ContractFixture.SLOTS, request));
    }

    @Test
    default void aServiceThatIsNotThereFailsTheUnitAndIsNamed() throws Exception {
        URI nobody;
        try (var gone = StubService.started()) {
            nobody = gone.address();
        }
        try (var bench = stand().newBench(nobody, 1)) {
            assertThat(bench.outcomes(SampleWork.times(3, SampleWork.CALL))).allSatisfy(outcome -> assertThat(outcome)
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                            .containsPattern("(?i)connect|refused")));
            stand().assertDoesGoodWork(bench, SampleWork.times(3, SampleWork.MIX));
        }
    }
}
