package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.report.WorkloadKind;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadKindsTest {
    private static final Duration TIME = Duration.ofMillis(5);
    private static final Step COMPUTE = new Step.Compute(Kernel.MIX, TIME);
    private static final Step NATIVE = new Step.Native(Kernel.MIX, TIME);
    private static final Step CALL = new Step.Call(TIME, 128);
    private static final Step PAYLOAD = new Step.Payload(128);

    @Test
    void theStepsDecideTheKind() {
        assertThat(kind(COMPUTE)).contains(WorkloadKind.CPU_BOUND);
        assertThat(kind(new Step.Monitor(TIME))).contains(WorkloadKind.CPU_BOUND);
        assertThat(kind(COMPUTE, PAYLOAD)).contains(WorkloadKind.CPU_BOUND);
        assertThat(kind(CALL)).contains(WorkloadKind.IO_BOUND);
        assertThat(kind(new Step.Stream(128))).contains(WorkloadKind.IO_BOUND);
        assertThat(kind(COMPUTE, CALL)).contains(WorkloadKind.MIXED);
        assertThat(kind(NATIVE)).contains(WorkloadKind.NATIVE);
        assertThat(kind(NATIVE, COMPUTE)).contains(WorkloadKind.CPU_BOUND);
        assertThat(kind(NATIVE, CALL)).contains(WorkloadKind.MIXED);
    }

    @Test
    void workThatOnlyMovesBytesHasNoKind() {
        assertThat(kind(PAYLOAD)).isEmpty();
    }

    @Test
    void theStepsOfAllClassesCount() {
        var classes =
                List.of(new WorkClass("calls", 1, List.of(CALL)), new WorkClass("computation", 1, List.of(COMPUTE)));

        assertThat(new WorkloadKinds(new Workload(classes, new Load.Batch(new Load.Count(4, false)))).kind())
                .contains(WorkloadKind.MIXED);
    }

    private static Optional<WorkloadKind> kind(Step... steps) {
        var task = new WorkClass("task", 1, List.of(steps));
        return new WorkloadKinds(new Workload(List.of(task), new Load.Batch(new Load.Count(4, false)))).kind();
    }
}
