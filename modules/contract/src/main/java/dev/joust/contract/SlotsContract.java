package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many units are held at once, and what each costs the service. */
interface SlotsContract {

    ContractFixture stand();

    @Test
    default void neverMoreRequestsAtOnceThanSlots() throws InterruptedException {
        var bench = stand().bench();
        stand().stub().reset();
        var works = SampleWork.times(ContractFixture.MORE_THAN_SLOTS, SampleWork.SLOW_CALL);
        assertThat(bench.outcomes(works))
                .isEqualTo(works.stream().map(stand()::right).toList());
        assertThat(stand().stub().mostAtOnce()).isLessThanOrEqualTo(ContractFixture.SLOTS);
    }

    @Test
    default void everySlotIsUsed() throws InterruptedException {
        var bench = stand().bench();
        int held = Math.min(ContractFixture.SLOTS, stand().ceiling().waiting());
        try (var gate = stand().stub().hold()) {
            var units = bench.runAll(SampleWork.times(held, SampleWork.CALL));
            assertThat(gate.arrivals(held, stand().patience()))
                    .as("%d calls have arrived though none is answered", held)
                    .isTrue();
            gate.open();
            for (var unit : units) {
                assertThat(unit.outcome(stand().patience())).isEqualTo(stand().right(unit.work()));
            }
        }
    }

    @Test
    default void connectionsAreKept() throws InterruptedException {
        var bench = stand().bench();
        stand().stub().reset();
        for (var work : SampleWork.times(ContractFixture.MORE_THAN_SLOTS, SampleWork.CALL)) {
            assertThat(bench.outcomes(List.of(work))).containsExactly(stand().right(work));
        }
        assertThat(stand().stub().stats().connections())
                .as("connections opened for %d calls, one after the other", ContractFixture.MORE_THAN_SLOTS)
                .isLessThanOrEqualTo(ContractFixture.SLOTS);
    }

    @Test
    default void sleepsBeyondTheCeilingWaitTheirTurn() throws InterruptedException {
        var sleeps = SampleWork.times(2 * ContractFixture.SLOTS + 1, SampleWork.LONG_SLEEP);
        var units = stand().bench().runAll(sleeps);
        for (var unit : units) {
            assertThat(unit.outcome(stand().patience())).isEqualTo(stand().right(unit.work()));
            assertThat(unit.took()).isGreaterThanOrEqualTo(SampleWork.LONG_SLEEP.time());
        }
        int rounds = Math.ceilDiv(sleeps.size(), stand().ceiling().waiting());
        long last = units.stream().mapToLong(Sent::doneNanos).max().orElseThrow();
        var took = Duration.ofNanos(last - units.getFirst().sentNanos());
        assertThat(took).isGreaterThanOrEqualTo(SampleWork.LONG_SLEEP.time().multipliedBy(rounds));
    }

    @Test
    default void ceilingsAreWithinTheMachine() {
        for (int cores = 1; cores <= 4; cores++) {
            for (int slots = 1; slots <= ContractFixture.SLOTS; slots++) {
                var ceiling = stand().model().ceiling(cores, slots);
                assertThat(ceiling.computing())
                        .as("computing: %d cores, %d slots", cores, slots)
                        .isBetween(1, cores);
                assertThat(ceiling.waiting())
                        .as("waiting: %d cores, %d slots", cores, slots)
                        .isPositive();
                assertThat(stand().model().slots(cores, slots))
                        .as("slots: %d cores, %d in flight", cores, slots)
                        .isPositive();
            }
        }
    }
}
