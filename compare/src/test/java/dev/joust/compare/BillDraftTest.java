package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.machine.Bill;
import dev.joust.compare.machine.Memory;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BillDraftTest {
    private static final String PER_UNIT = "of it a unit in flight, the process included";

    private final Result batchOfFour = Run.batch(1.0).of(new TrialId("s", "race", "a", 1, 1), new Ceiling(2, 4));

    @Test
    void memoryIsSharedOutAmongTheUnitsInFlight() {
        assertThat(amount(withProportional(Optional.of(96L << 20)), PER_UNIT)).contains(96.0 * 1024 / 4);
    }

    @Test
    void whereTheKernelKnowsNoProportionalMemoryThereIsNone() {
        assertThat(amount(withProportional(Optional.empty()), PER_UNIT)).isEmpty();
    }

    private Result withProportional(Optional<Long> bytes) {
        var outside = batchOfFour.outside();
        var bill = outside.bill().orElseThrow();
        var memory = new Memory(bill.memory().resident(), bill.memory().peak(), bytes);
        return new Result(
                batchOfFour.format(),
                batchOfFour.id(),
                batchOfFour.measurement(),
                batchOfFour.failure(),
                new Result.Outside(
                        outside.startUpMillis(),
                        outside.wallMillis(),
                        Optional.of(new Bill(bill.cpu(), bill.switches(), memory, bill.census(), bill.changes())),
                        outside.service(),
                        outside.disturbance()));
    }

    private static Optional<Double> amount(Result result, String name) {
        return new BillDraft(List.of(result))
                .amounts().stream()
                        .filter(amount -> amount.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }
}
