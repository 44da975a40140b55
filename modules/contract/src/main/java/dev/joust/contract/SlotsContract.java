package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many units run at once, and how many connections they use. */
interface SlotsContract {

    ContractFixture fixture();

    @Test
    default void neverMoreRequestsAtOnceThanSlots() throws InterruptedException {
        var running = fixture().running();
        fixture().stub().reset();
        var units = SampleWork.times(ContractFixture.MORE_THAN_SLOTS, SampleWork.SLOW_CALL);
        assertThat(running.outcomes(units))
                .isEqualTo(units.stream().map(fixture()::right).toList());
        assertThat(fixture().stub().mostAtOnce()).isLessThanOrEqualTo(ContractFixture.SLOTS);
    }

    @Test
    default void everySlotIsUsed() throws InterruptedException {
        var running = fixture().running();
        int held = Math.min(ContractFixture.SLOTS, fixture().ceiling().waiting());
        try (var latch = fixture().stub().hold()) {
            var units = running.runAll(SampleWork.times(held, SampleWork.CALL));
            assertThat(latch.arrivals(held, fixture().patience()))
                    .as("%d calls have arrived before any is answered", held)
                    .isTrue();
            latch.open();
            for (var unit : units) {
                assertThat(unit.outcome(fixture().patience()))
                        .isEqualTo(fixture().right(unit.work()));
            }
        }
    }

    @Test
    default void connectionsAreReused() throws InterruptedException {
        var running = fixture().running();
        fixture().stub().reset();
        for (var work : SampleWork.times(ContractFixture.MORE_THAN_SLOTS, SampleWork.CALL)) {
            assertThat(running.outcomes(List.of(work)))
                    .containsExactly(fixture().right(work));
        }
        assertThat(fixture().stub().stats().connections())
                .as("connections opened for %d calls, one after another", ContractFixture.MORE_THAN_SLOTS)
                .isLessThanOrEqualTo(ContractFixture.SLOTS);
    }

    @Test
    default void sleepsBeyondTheCeilingQueue() throws InterruptedException {
        var sleeps = SampleWork.times(2 * ContractFixture.SLOTS + 1, SampleWork.LONG_SLEEP);
        var units = fixture().running().runAll(sleeps);
        for (var unit : units) {
            assertThat(unit.outcome(fixture().patience())).isEqualTo(fixture().right(unit.work()));
            assertThat(unit.took()).isGreaterThanOrEqualTo(SampleWork.LONG_SLEEP.time());
        }
        int rounds = Math.ceilDiv(sleeps.size(), fixture().ceiling().waiting());
        long last = units.stream().mapToLong(TrackedUnit::doneNanos).max().orElseThrow();
        var took = Duration.ofNanos(last - units.getFirst().sentNanos());
        assertThat(took)
                .as(
                        "%d sleeps with ceiling().waiting() = %d: the model ran more at once than it declares",
                        sleeps.size(), fixture().ceiling().waiting())
                .isGreaterThanOrEqualTo(SampleWork.LONG_SLEEP.time().multipliedBy(rounds));
    }

    @Test
    default void ceilingsAreWithinTheCores() {
        for (int cores = 1; cores <= 4; cores++) {
            for (int slots = 1; slots <= ContractFixture.SLOTS; slots++) {
                var ceiling = fixture().ceiling(cores, slots);
                assertThat(ceiling.computing())
                        .as("computing: %d cores, %d slots", cores, slots)
                        .isBetween(1, cores);
                assertThat(ceiling.waiting())
                        .as("waiting: %d cores, %d slots", cores, slots)
                        .isPositive();
                assertThat(fixture().model().slots(cores, slots))
                        .as("slots: %d cores, %d in flight", cores, slots)
                        .isPositive();
            }
        }
    }
}
