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
 * A contract that nobody can break proves nothing: each of its tests fails, and says why, for the model that breaks its clause. The
 * third column is the patience in milliseconds, short where a model is to be waited for in vain.
 */
final class ContractBitesIT {
    private static final int MOST_TRIES = 3;

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
        never-completes      | everyUnitCompletesExactlyOnce                        |   300 | did not complete within
        never-completes      | everySlotIsUsed                                      |   300 | calls have arrived
        wrong-answer         | everyUnitIsDoneWithTheRightAnswer                    | 20000 | expected: [Done
        fails-to-start       | everyUnitCompletesExactlyOnce                        | 20000 | fails to start on purpose
        completes-twice      | everyUnitCompletesExactlyOnce                        | 20000 | expected: [2
        hangs-at-close       | closeEndsAllThatStartBeganAndAnotherCanStart         |   300 | close() did not return
        hangs-at-close       | closeEndsAUnitThatNeverGetsItsAnswer                 |   300 | close() did not return
        prints-garbage       | nothingIsPrintedOnStandardOutput                     | 20000 | not a line of the protocol
        null-model           | everyUnitIsDoneWithTheRightAnswer                    | 20000 | expected: [Done
        blocks-the-caller    | runReturnsBeforeTheUnitIsDone                        |   300 | run() did not return
        computes-on-the-spot | runComputesNothingOnTheCallersThread                 | 20000 | allocated in run()
        computes-on-the-spot | runComputesNothingWithinTheCompletionThatCallsIt     | 20000 | allocated in run()
        drains-within-run    | unitsStartedByCompletionsDoNotGrowTheStack           | 20000 | frames deep
        takes-too-much       | neverMoreRequestsAtOnceThanSlots                     | 20000 | to be less than or equal to: 8
        takes-too-much       | sleepsBeyondTheCeilingWaitTheirTurn                  | 20000 | to be greater than or equal to: 0.3S
        takes-too-little     | everySlotIsUsed                                      |   300 | calls have arrived
        connects-anew        | connectionsAreKept                                   | 20000 | connections opened for 24 calls
        never-sleeps         | sleepsBeyondTheCeilingWaitTheirTurn                  | 20000 | to be greater than or equal to: 0.1S
        boasts               | ceilingsAreWithinTheMachine                          | 20000 | computing: 1 cores
        hides-failures       | anErrorOfTheServiceFailsTheUnitAndIsNamed            | 20000 | but was instance of
        hides-failures       | aConnectionCutInMidBodyFailsTheUnitAndIsNamed        | 20000 | but was instance of
        hides-failures       | aServiceThatIsNotThereFailsTheUnitAndIsNamed         | 20000 | but was instance of
        hides-failures       | aUnitAfterCloseFails                                 | 20000 | but found
        says-nothing         | anErrorOfTheServiceFailsTheUnitAndIsNamed            | 20000 | to contain pattern
        says-nothing         | aConnectionCutInMidBodyFailsTheUnitAndIsNamed        | 20000 | to contain pattern
        says-nothing         | aServiceThatIsNotThereFailsTheUnitAndIsNamed         | 20000 | to contain pattern
        breaks-for-good      | anErrorOfTheServiceFailsTheUnitAndIsNamed            | 20000 | but was: [Failed
        breaks-for-good      | aConnectionCutInMidBodyFailsTheUnitAndIsNamed        | 20000 | but was: [Failed
        breaks-for-good      | aServiceThatIsNotThereFailsTheUnitAndIsNamed         | 20000 | but was: [Failed
        trusts-the-service   | aWrongBodyGivesAnAnswerThatTheOracleRejects          | 20000 | not to be equal to
        trusts-the-service   | aShortBodyIsNeverTakenForTheRightOne                 | 20000 | not to be equal to
        SHOUTS               | theNameIsLowerCaseWords                              | 20000 | to match pattern
        ignores-options      | anUnknownOptionIsRefusedAndTheKnownOnesListed        | 20000 | to raise a throwable
        leaves-a-thread      | closeEndsAllThatStartBeganAndAnotherCanStart         |   300 | thread 'left'
        leaves-a-child       | closeEndsAllThatStartBeganAndAnotherCanStart         |   300 | sleep
        leaves-connections   | closeEndsAllThatStartBeganAndAnotherCanStart         |   300 | HttpClient
        leaves-connections   | closeEndsAUnitThatNeverGetsItsAnswer                 |   300 | HttpClient
        forgets-after-close  | aUnitAfterCloseFails                                 |   300 | did not complete within
        """)
    void aTestOfTheContractFailsForTheModelThatBreaksItsClause(
            String misfit, String test, int patience, String complaint) {
        // a machine that stalls for a moment can make a model that never sleeps look as if it had slept, or use up
        // a short patience before the clause is reached
        List<List<String>> tries = new ArrayList<>();
        do {
            tries.add(failures(misfit, test, patience));
        } while (tries.size() < MOST_TRIES
                && tries.getLast().stream().noneMatch(failure -> failure.contains(complaint)));
        assertThat(tries).last(LIST).first(STRING).as("of %s", tries).contains(complaint);
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
