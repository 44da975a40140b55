package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleTrial;
import dev.joust.compare.machine.MemoryUse;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.session.Result;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResourceUsageBuilderTest {
    private static final String PER_UNIT = "of it a unit in flight, the process included";

    private final Result batchOfFour =
            SampleTrial.batch(1.0).of(new TrialId("s", "race", "a", 1, 1), new Ceiling(2, 4));

    @Test
    void memoryIsSharedOutAmongTheUnitsInFlight() {
        assertThat(amount(withProportional(Optional.of(96L << 20)), PER_UNIT)).contains(96.0 * 1024 / 4);
    }

    @Test
    void whereTheKernelKnowsNoProportionalMemoryThereIsNone() {
        assertThat(amount(withProportional(Optional.empty()), PER_UNIT)).isEmpty();
    }

    @Test
    void aWorkersMemoryIsWhatAllButTheRootHaveSharedOutAmongThem() {
        var resourceUsage = batchOfFour.outside().resourceUsage().orElseThrow();
        var children = new MemoryUse(Optional.of(60L << 20), Optional.of(70L << 20), Optional.of(30L << 20));
        var census = new ResourceUsage.TreeSize(4, resourceUsage.census().handles());
        var result = with(new ResourceUsage(
                resourceUsage.cpu(),
                resourceUsage.switches(),
                resourceUsage.calls(),
                resourceUsage.memory(),
                Optional.of(children),
                census,
                resourceUsage.changes()));
        assertThat(amount(result, "resident memory a worker")).contains(20.0);
        assertThat(amount(result, "proportional memory a worker")).contains(10.0);
        assertThat(amount(batchOfFour, "resident memory a worker")).isEmpty();
    }

    @Test
    void callsAreThoseOfAUnit() {
        assertThat(amount(batchOfFour, "calls that read or wrote, per unit")).contains(400 / 4.0);
    }

    private Result withProportional(Optional<Long> bytes) {
        var resourceUsage = batchOfFour.outside().resourceUsage().orElseThrow();
        var memory = new MemoryUse(
                resourceUsage.memory().resident(), resourceUsage.memory().peak(), bytes);
        return with(new ResourceUsage(
                resourceUsage.cpu(),
                resourceUsage.switches(),
                resourceUsage.calls(),
                memory,
                resourceUsage.children(),
                resourceUsage.census(),
                resourceUsage.changes()));
    }

    private Result with(ResourceUsage resourceUsage) {
        var outside = batchOfFour.outside();
        return new Result(
                batchOfFour.format(),
                batchOfFour.id(),
                batchOfFour.measurement(),
                batchOfFour.failure(),
                new Result.Outside(
                        outside.startUpMillis(),
                        outside.wallMillis(),
                        Optional.of(resourceUsage),
                        outside.service(),
                        outside.disturbance()));
    }

    private static Optional<Double> amount(Result result, String name) {
        return new ResourceUsageBuilder(List.of(result))
                .amounts().stream()
                        .filter(amount -> amount.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }
}
