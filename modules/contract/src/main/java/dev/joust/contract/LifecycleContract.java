package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a model begins and ends. */
interface LifecycleContract {

    ContractFixture stand();

    @Test
    default void theNameIsLowerCaseWords() {
        assertThat(stand().model().name()).isEqualTo(stand().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    default void anUnknownOptionIsRefusedAndTheKnownOnesListed() {
        var options = Map.of("no-such-option", "1");
        assertThatThrownBy(() ->
                        stand().newBench(stand().stub().address(), 1, options).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-option")
                .hasMessageContaining("known");
    }

    @Test
    default void closeEndsAllThatStartBeganAndAnotherCanStart() throws Exception {
        for (int round = 0; round < 2; round++) {
            var before = Leftovers.before();
            try (var service = StubService.started()) {
                try (var bench = stand().newBench(service.address(), 2)) {
                    stand().assertDoesGoodWork(
                                    bench,
                                    SampleWork.kinds().values().stream()
                                            .map(SampleWork::of)
                                            .toList());
                }
                await().pollInSameThread().atMost(stand().patience()).untilAsserted(() -> {
                    assertThat(before.now()).as("left behind").isEmpty();
                    assertThat(service.stats().open())
                            .as("connections left open")
                            .isZero();
                });
            }
        }
    }

    @Test
    default void closeEndsAUnitThatNeverGetsItsAnswer() throws Exception {
        var before = Leftovers.before();
        try (var service = StubService.started();
                var gate = service.hold()) {
            try (var bench = stand().newBench(service.address(), 1)) {
                bench.runAll(SampleWork.times(2, SampleWork.CALL));
                assertThat(gate.arrivals(1, stand().patience()))
                        .as("a call has arrived")
                        .isTrue();
            }
            await().pollInSameThread().atMost(stand().patience()).untilAsserted(() -> assertThat(before.now())
                    .as("left behind")
                    .isEmpty());
        }
    }

    @Test
    default void aUnitAfterCloseFails() throws InterruptedException {
        try (var bench = stand().newBench(stand().stub().address(), 1)) {
            bench.closeRunner();
            var unit = SampleWork.of(SampleWork.MIX);
            try {
                assertThat(bench.outcomes(List.of(unit))).hasOnlyElementsOfType(Outcome.Failed.class);
            } catch (RuntimeException e) {
                assertThat(e)
                        .as("run() itself may refuse, but must say something")
                        .hasMessageMatching("(?s).+");
            }
        }
    }
}
