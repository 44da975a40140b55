package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleTrial;
import dev.joust.compare.machine.MemoryUse;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.report.ResourceAmount;
import dev.joust.compare.report.ResourceFigure;
import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Metric;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResourceUsageBuilderTest {
    private static final ResourceFigure PER_UNIT = ResourceFigure.MEMORY_PER_UNIT;

    private final Result batchOfFour =
            SampleTrial.batch(1.0).of(new TrialId("s", "race", "a", 1, 1), new Ceiling(2, 4));

    @Test
    void memoryIsDividedByTheUnitsInFlight() {
        assertThat(amount(withProportional(Optional.of(96L << 20)), PER_UNIT)).contains(96.0 * 1024 / 4);
    }

    @Test
    void withoutProportionalMemoryThereIsNoMemoryPerUnit() {
        assertThat(amount(withProportional(Optional.empty()), PER_UNIT)).isEmpty();
    }

    @Test
    void memoryPerWorkerIsThatOfAllWorkersDividedByTheirNumber() {
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
        assertThat(amount(result, ResourceFigure.MEMORY_RESIDENT_PER_WORKER)).contains(20.0);
        assertThat(amount(result, ResourceFigure.MEMORY_PROPORTIONAL_PER_WORKER))
                .contains(10.0);
        assertThat(amount(batchOfFour, ResourceFigure.MEMORY_RESIDENT_PER_WORKER))
                .isEmpty();
    }

    @Test
    void callsArePerUnit() {
        assertThat(amount(batchOfFour, ResourceFigure.IO_CALLS_PER_UNIT)).contains(400 / 4.0);
    }

    @Test
    void resourcesOfUnlikeUnitsAreNotDividedByTheirNumber() {
        var one = batchOfFour.measurement().orElseThrow();
        var task = one.classes().get("task");
        var both = new Measurement(
                one.id(),
                one.model(),
                one.window(),
                Map.of("task", task, "call", task),
                one.totals(),
                Optional.empty());
        var result = new Result(
                batchOfFour.format(),
                batchOfFour.id(),
                Optional.of(both),
                batchOfFour.failure(),
                batchOfFour.outside());
        assertThat(amount(batchOfFour, ResourceFigure.CPU_PER_UNIT)).isPresent();
        assertThat(amount(result, ResourceFigure.CPU_PER_UNIT)).isEmpty();
        assertThat(amount(result, ResourceFigure.IO_CALLS_PER_UNIT)).isEmpty();
        var cpuPerUnit = new Metric(Metric.Quantity.CPU_PER_UNIT, Optional.empty());
        assertThat(MetricReader.of(cpuPerUnit, batchOfFour)).isPresent();
        assertThat(MetricReader.of(cpuPerUnit, result)).isEmpty();
    }

    @Test
    void aTrialWhoseUsageWasReadTooLateIsCounted() {
        var unread = with(Optional.empty());
        var amounts = new ResourceUsageBuilder(List.of(batchOfFour, unread, unread)).amounts();
        assertThat(amounts).contains(ResourceAmount.of(ResourceFigure.LATE_TRIALS, Optional.of(2.0)));
        assertThat(new ResourceUsageBuilder(List.of(batchOfFour)).amounts())
                .extracting(ResourceAmount::key)
                .doesNotContain(ResourceFigure.LATE_TRIALS.key());
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
        return with(Optional.of(resourceUsage));
    }

    private Result with(Optional<ResourceUsage> resourceUsage) {
        var outside = batchOfFour.outside();
        return new Result(
                batchOfFour.format(),
                batchOfFour.id(),
                batchOfFour.measurement(),
                batchOfFour.failure(),
                new Result.Outside(
                        outside.startUpMillis(),
                        outside.wallMillis(),
                        resourceUsage,
                        outside.service(),
                        outside.disturbance()));
    }

    private static Optional<Double> amount(Result result, ResourceFigure figure) {
        return new ResourceUsageBuilder(List.of(result))
                .amounts().stream()
                        .filter(amount -> amount.key().equals(figure.key()))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }
}
