package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failure of the service fails its units, with a reason, and not the model. */
interface FailuresContract {

    ContractFixture fixture();

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void anErrorOfTheServiceFailsTheUnitWithAReason(Step request) throws InterruptedException {
        assertFails(Fault.ERROR, request, "500");
    }

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void aConnectionCutInMidBodyFailsTheUnitWithAReason(Step request) throws InterruptedException {
        assertFails(Fault.CUT, request, "(?i)clos|cut|eof|end|reset|premature|incomplete|short|lost|bytes|length");
    }

    private void assertFails(Fault fault, Step request, String reason) throws InterruptedException {
        var running = fixture().running();
        fixture().stub().misbehave(fault);
        assertThat(running.outcomes(SampleWork.times(ContractFixture.MORE_THAN_SLOTS, request)))
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                                .containsPattern(reason)));
        fixture().stub().misbehave(Fault.NONE);
        fixture().assertAnswersRight(running, SampleWork.times(ContractFixture.MORE_THAN_SLOTS, request));
    }

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void aWrongBodyGivesAnAnswerThatTheOracleRejects(Step request) throws InterruptedException {
        var running = fixture().running();
        fixture().stub().misbehave(Fault.WRONG_BODY);
        for (var unit : running.runAll(SampleWork.times(ContractFixture.SLOTS, request))) {
            assertThat(unit.outcome(fixture().patience()))
                    .isInstanceOfSatisfying(Outcome.Done.class, done -> assertThat(done.digest())
                            .isNotEqualTo(fixture().oracle().digest(unit.work())));
        }
        fixture().stub().misbehave(Fault.NONE);
        fixture().assertAnswersRight(running, SampleWork.times(ContractFixture.SLOTS, request));
    }

    /** The response is well-formed but too short. A model need not notice: the oracle does. */
    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#requests")
    default void aShortBodyNeverGivesTheRightAnswer(Step request) throws InterruptedException {
        var running = fixture().running();
        fixture().stub().misbehave(Fault.SHORT_BODY);
        for (var unit : running.runAll(SampleWork.times(ContractFixture.SLOTS, request))) {
            switch (unit.outcome(fixture().patience())) {
                case Outcome.Done done ->
                    assertThat(done.digest()).isNotEqualTo(fixture().oracle().digest(unit.work()));
                case Outcome.Failed failed -> assertThat(failed.reason()).isNotBlank();
            }
        }
        fixture().stub().misbehave(Fault.NONE);
        fixture().assertAnswersRight(running, SampleWork.times(ContractFixture.SLOTS, request));
    }

    @Test
    default void aMissingServiceFailsTheUnitWithAReason() throws Exception {
        URI closed;
        try (var stub = StubService.started()) {
            closed = stub.address();
        }
        try (var running = fixture().start(closed, 1)) {
            assertThat(running.outcomes(SampleWork.times(3, SampleWork.CALL))).allSatisfy(outcome -> assertThat(outcome)
                    .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                            .containsPattern("(?i)connect|refused")));
            fixture().assertAnswersRight(running, SampleWork.times(3, SampleWork.MIX));
        }
    }
}
