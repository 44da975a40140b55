package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.joust.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a model is named, started and closed. */
interface LifecycleContract {

    ContractFixture fixture();

    @Test
    default void theNameIsLowerCaseWords() {
        assertThat(fixture().model().name()).isEqualTo(fixture().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    default void anUnknownOptionIsRefusedWithTheKnownOnes() {
        var options = Map.of("no-such-option", "1");
        assertThatThrownBy(() ->
                        fixture().start(fixture().stub().address(), 1, options).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-option")
                .hasMessageContaining("known");
    }

    @Test
    default void closeEndsEverythingAndTheModelCanStartAgain() throws Exception {
        for (int round = 0; round < 2; round++) {
            var before = Leftovers.before();
            try (var service = StubService.started()) {
                try (var running = fixture().start(service.address(), 2)) {
                    fixture()
                            .assertAnswersRight(
                                    running,
                                    SampleWork.kinds().values().stream()
                                            .map(SampleWork::of)
                                            .toList());
                }
                await().pollInSameThread().atMost(fixture().patience()).untilAsserted(() -> {
                    assertThat(before.now()).as("left behind").isEmpty();
                    assertThat(service.stats().open())
                            .as("connections left open")
                            .isZero();
                });
            }
        }
    }

    @Test
    default void closeEndsAUnitThatWaitsForItsAnswer() throws Exception {
        var before = Leftovers.before();
        try (var service = StubService.started();
                var latch = service.hold()) {
            try (var running = fixture().start(service.address(), 1)) {
                running.runAll(SampleWork.times(2, SampleWork.CALL));
                assertThat(latch.arrivals(1, fixture().patience()))
                        .as("a call has arrived")
                        .isTrue();
            }
            await().pollInSameThread().atMost(fixture().patience()).untilAsserted(() -> assertThat(before.now())
                    .as("left behind")
                    .isEmpty());
        }
    }

    @Test
    default void aUnitAfterCloseFails() throws InterruptedException {
        try (var running = fixture().start(fixture().stub().address(), 1)) {
            running.closeRunner();
            var unit = SampleWork.of(SampleWork.MIX);
            try {
                assertThat(running.outcomes(List.of(unit))).hasOnlyElementsOfType(Outcome.Failed.class);
            } catch (RuntimeException e) {
                assertThat(e).as("run() may throw, but with a message").hasMessageMatching("(?s).+");
            }
        }
    }
}
