package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A contract that nobody can break proves nothing: each of its tests fails, and says why, for the model that breaks its clause. The
 * third column is the patience in seconds, short where a model is to be waited for in vain.
 */
final class ContractBitesIT {
    private static volatile String model;
    private static volatile Duration patience;

    /** Found by the test kit alone, since nested classes are no tests for the build. */
    static final class AnyModel extends ModelContract {
        AnyModel() {
            super(model, Map.of(), patience);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        never-completes      | everyUnitCompletesExactlyOnce                        |  1 | did not complete within
        never-completes      | everySlotIsUsed                                      |  1 | calls have arrived
        wrong-answer         | everyUnitIsDoneWithTheRightAnswer                    | 20 | expected: [Done
        fails-to-start       | everyUnitCompletesExactlyOnce                        | 20 | fails to start on purpose
        completes-twice      | everyUnitCompletesExactlyOnce                        | 20 | expected: [2
        hangs-at-close       | closeEndsAllThatStartBeganAndAnotherCanStart         |  1 | close() did not return
        hangs-at-close       | closeEndsAUnitThatNeverGetsItsAnswer                 |  1 | close() did not return
        prints-garbage       | nothingIsPrintedOnStandardOutput                     | 20 | not a line of the protocol
        null-model           | everyUnitIsDoneWithTheRightAnswer                    | 20 | expected: [Done
        blocks-the-caller    | runReturnsBeforeTheUnitIsDone                        |  1 | run() did not return
        computes-on-the-spot | runComputesNothingOnTheCallersThread                 | 20 | allocated in run()
        computes-on-the-spot | runComputesNothingWithinTheCompletionThatCallsIt     | 20 | allocated in run()
        drains-within-run    | unitsStartedByCompletionsDoNotGrowTheStack           | 20 | frames deep
        takes-too-much       | neverMoreRequestsAtOnceThanSlots                     | 20 | to be less than or equal to: 8
        takes-too-much       | sleepsBeyondTheCeilingWaitTheirTurn                  | 20 | to be greater than or equal to: 0.3S
        takes-too-little     | everySlotIsUsed                                      |  1 | calls have arrived
        connects-anew        | connectionsAreKept                                   | 20 | connections opened for 24 calls
        never-sleeps         | sleepsBeyondTheCeilingWaitTheirTurn                  | 20 | to be greater than or equal to: 0.1S
        boasts               | ceilingsAreWithinTheMachine                          | 20 | computing: 1 cores
        hides-failures       | anErrorOfTheServiceFailsTheUnitAndIsNamed            | 20 | but was instance of
        hides-failures       | aConnectionCutInMidBodyFailsTheUnitAndIsNamed        | 20 | but was instance of
        hides-failures       | aServiceThatIsNotThereFailsTheUnitAndIsNamed         | 20 | but was instance of
        hides-failures       | aUnitAfterCloseFails                                 | 20 | but found
        says-nothing         | anErrorOfTheServiceFailsTheUnitAndIsNamed            | 20 | to contain pattern
        says-nothing         | aConnectionCutInMidBodyFailsTheUnitAndIsNamed        | 20 | to contain pattern
        says-nothing         | aServiceThatIsNotThereFailsTheUnitAndIsNamed         | 20 | to contain pattern
        breaks-for-good      | anErrorOfTheServiceFailsTheUnitAndIsNamed            | 20 | but was: [Failed
        breaks-for-good      | aConnectionCutInMidBodyFailsTheUnitAndIsNamed        | 20 | but was: [Failed
        breaks-for-good      | aServiceThatIsNotThereFailsTheUnitAndIsNamed         | 20 | but was: [Failed
        trusts-the-service   | aWrongBodyGivesAnAnswerThatTheOracleRejects          | 20 | not to be equal to
        trusts-the-service   | aShortBodyIsNeverTakenForTheRightOne                 | 20 | not to be equal to
        SHOUTS               | theNameIsLowerCaseWords                              | 20 | to match pattern
        ignores-options      | anUnknownOptionIsRefusedAndTheKnownOnesListed        | 20 | to raise a throwable
        leaves-a-thread      | closeEndsAllThatStartBeganAndAnotherCanStart         |  1 | thread 'left'
        leaves-a-child       | closeEndsAllThatStartBeganAndAnotherCanStart         |  1 | sleep
        leaves-connections   | closeEndsAllThatStartBeganAndAnotherCanStart         |  1 | HttpClient
        leaves-connections   | closeEndsAUnitThatNeverGetsItsAnswer                 |  1 | HttpClient
        forgets-after-close  | aUnitAfterCloseFails                                 |  1 | did not complete within
        """)
    void aTestOfTheContractFailsForTheModelThatBreaksItsClause(
            String misfit, String test, int patience, String complaint) {
        // a machine that stalls for a moment can make a model that never sleeps look as if it had slept
        var failures = Stream.generate(() -> failures(misfit, test, patience))
                .limit(3)
                .filter(found -> !found.isEmpty())
                .findFirst();
        assertThat(failures).isPresent();
        assertThat(failures.get()).first(STRING).contains(complaint);
    }

    private static List<String> failures(String misfit, String test, int patience) {
        return run(misfit, test, patience).testEvents().failed().stream()
                .map(e -> e.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .map(failure -> failure.toString().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void everyTestOfTheContractIsBrokenByOneModel() throws NoSuchMethodException {
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
        "null-model, anUnknownOptionIsRefusedAndTheKnownOnesListed",
        "null-model, ceilingsAreWithinTheMachine",
    })
    void theNullModelKeepsWhatDoesNotAskForWork(String name, String test) {
        run(name, test, 20).testEvents().assertStatistics(s -> s.started(1).succeeded(1));
    }

    private static EngineExecutionResults run(String name, String test, int seconds) {
        model = name;
        patience = Duration.ofSeconds(seconds);
        var method = Arrays.stream(ModelContract.class.getMethods())
                .filter(m -> m.getName().equals(test))
                .findFirst()
                .orElseThrow();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(AnyModel.class, method))
                .execute();
    }
}
