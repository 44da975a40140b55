package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Each test of the contract fails, with a clear message, for the model that breaks its clause. The third column is the
 * patience in milliseconds, short where the test waits for something that never happens.
 */
final class ContractBitesIT {
    private static final int MAX_TRIES = 3;

    private static volatile String model;
    private static volatile Duration patience;

    /** Only the test kit runs it: the build does not take nested classes for tests. */
    static final class AnyModel extends ModelContract {
        AnyModel() {
            super(model, Map.of(), patience);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        never-completes     |everyUnitCompletesExactlyOnce                 |  300|did not complete within
        never-completes     |everySlotIsUsed                               |  300|calls have arrived
        wrong-answer        |everyUnitIsDoneWithTheRightAnswer             |20000|expected: [Done
        wrong-answer        |unitsThatArriveWhetherOrNotEarlierOnesAreDoneAreAnsweredRight|20000|expected: [Done
        fails-to-start      |everyUnitCompletesExactlyOnce                 |20000|fails to start on purpose
        completes-twice     |everyUnitCompletesExactlyOnce                 |20000|expected: [2
        hangs-at-close      |closeEndsEverythingAndTheModelCanStartAgain   |  300|close() did not return
        hangs-at-close      |closeEndsAUnitThatWaitsForItsAnswer           |  300|close() did not return
        prints-garbage      |nothingIsPrintedOnStandardOutput              |20000|not a line of the protocol
        null-model          |everyUnitIsDoneWithTheRightAnswer             |20000|expected: [Done
        blocks-the-caller   |runReturnsBeforeTheUnitIsDone                 |  300|run() did not return
        waits-for-room      |unitsWithoutASlotDoNotMakeTheCallerWait       |  300|run() did not return
        computes-in-run     |runComputesNothingOnTheCallersThread          |20000|allocated in run()
        computes-in-run     |runComputesNothingInTheCompletionThatCallsIt  |20000|allocated in run()
        drains-within-run   |unitsStartedByCompletionsDoNotGrowTheStack    |20000|frames deep
        takes-too-many-slots|neverMoreRequestsAtOnceThanSlots              |20000|to be less than or equal to: 8
        takes-too-many-slots|sleepsBeyondTheCeilingQueue                   |20000|to be greater than or equal to: 0.3S
        takes-too-few-slots |everySlotIsUsed                               |  300|calls have arrived
        reconnects-per-unit |connectionsAreReused                          |20000|connections opened for 24 calls
        never-sleeps        |sleepsBeyondTheCeilingQueue                   |20000|to be greater than or equal to: 0.1S
        overstates-ceiling  |ceilingsAreWithinTheCores                     |20000|computing: 1 cores
        hides-failures      |anErrorOfTheServiceFailsTheUnitWithAReason    |20000|but was instance of
        hides-failures      |aConnectionCutInMidBodyFailsTheUnitWithAReason|20000|but was instance of
        hides-failures      |aMissingServiceFailsTheUnitWithAReason        |20000|but was instance of
        hides-failures      |aUnitAfterCloseFails                          |20000|but found
        hides-reasons       |anErrorOfTheServiceFailsTheUnitWithAReason    |20000|to contain pattern
        hides-reasons       |aConnectionCutInMidBodyFailsTheUnitWithAReason|20000|to contain pattern
        hides-reasons       |aMissingServiceFailsTheUnitWithAReason        |20000|to contain pattern
        stays-broken        |anErrorOfTheServiceFailsTheUnitWithAReason    |20000|but was: [Failed
        stays-broken        |aConnectionCutInMidBodyFailsTheUnitWithAReason|20000|but was: [Failed
        stays-broken        |aMissingServiceFailsTheUnitWithAReason        |20000|but was: [Failed
        trusts-the-service  |aWrongBodyGivesAnAnswerThatTheOracleRejects   |20000|not to be equal to
        trusts-the-service  |aShortBodyNeverGivesTheRightAnswer            |20000|not to be equal to
        UPPER-CASE          |theNameIsLowerCaseWords                       |20000|to match pattern
        ignores-options     |anUnknownOptionIsRefusedWithTheKnownOnes      |20000|to raise a throwable
        leaves-a-thread     |closeEndsEverythingAndTheModelCanStartAgain   |  300|thread 'left'
        leaves-a-child      |closeEndsEverythingAndTheModelCanStartAgain   |  300|sleep
        leaves-connections  |closeEndsEverythingAndTheModelCanStartAgain   |  300|HttpClient
        leaves-connections  |closeEndsAUnitThatWaitsForItsAnswer           |  300|HttpClient
        forgets-after-close |aUnitAfterCloseFails                          |  300|did not complete within
        """)
    void aTestOfTheContractFailsForTheModelThatBreaksItsClause(
            String broken, String test, int patience, String complaint) {
        // on a stalled machine a model that skips sleeps may seem to sleep, and a short patience may end before the
        // clause is reached
        List<List<String>> tries = new ArrayList<>();
        do {
            tries.add(failures(broken, test, patience));
        } while (tries.size() < MAX_TRIES
                && tries.getLast().stream().noneMatch(failure -> failure.contains(complaint)));
        assertThat(tries).last(LIST).first(STRING).as("of %s", tries).contains(complaint);
    }

    private static List<String> failures(String broken, String test, int patience) {
        return run(broken, test, patience).testEvents().failed().stream()
                .map(e -> e.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .map(failure -> failure.toString().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void everyTestOfTheContractIsBrokenByAModel() throws NoSuchMethodException {
        var rows = getClass()
                .getDeclaredMethod(
                        "aTestOfTheContractFailsForTheModelThatBreaksItsClause",
                        String.class,
                        String.class,
                        int.class,
                        String.class)
                .getAnnotation(CsvSource.class)
                .textBlock()
                .lines();
        assertThat(rows.map(row -> row.split("\\|")[1].strip()))
                .containsAll(Arrays.stream(ModelContract.class.getMethods())
                        .filter(m -> m.isDefault())
                        .map(m -> m.getName())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "null-model, everyUnitCompletesExactlyOnce",
        "null-model, unitsStartedByCompletionsDoNotGrowTheStack",
        "null-model, aUnitAfterCloseFails",
        "null-model, anUnknownOptionIsRefusedWithTheKnownOnes",
        "null-model, ceilingsAreWithinTheCores",
    })
    void theNullModelKeepsTheClausesThatNeedNoWork(String name, String test) {
        run(name, test, 20_000).testEvents().assertStatistics(s -> s.started(1).succeeded(1));
    }

    private static EngineExecutionResults run(String name, String test, int millis) {
        model = name;
        patience = Duration.ofMillis(millis);
        var method = Arrays.stream(ModelContract.class.getMethods())
                .filter(m -> m.getName().equals(test))
                .findFirst()
                .orElseThrow();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(AnyModel.class, method))
                .execute();
    }
}
