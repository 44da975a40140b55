package dev.joust.compare.report.build;

import dev.joust.compare.report.WorkloadKind;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a workload mostly does, by the steps of its classes of work. */
record WorkloadKinds(Workload workload) {

    /** Empty where it neither computes nor waits for anything. */
    Optional<WorkloadKind> kind() {
        boolean computes = steps().anyMatch(WorkloadKinds::computes);
        boolean computesOutsideLock = steps().anyMatch(Step.Native.class::isInstance);
        boolean waits = steps().anyMatch(WorkloadKinds::waits);
        if (computesOutsideLock && !computes && !waits) {
            return Optional.of(WorkloadKind.NATIVE);
        }
        if (computes || computesOutsideLock) {
            return Optional.of(waits ? WorkloadKind.MIXED : WorkloadKind.CPU_BOUND);
        }
        return waits ? Optional.of(WorkloadKind.IO_BOUND) : Optional.empty();
    }

    private Stream<Step> steps() {
        return workload.classes().stream().map(WorkClass::steps).flatMap(steps -> steps.stream());
    }

    private static boolean computes(Step step) {
        return switch (step) {
            case Step.Compute _, Step.Monitor _, Step.Spin _ -> true;
            case Step.Native _, Step.Request _, Step.FileRead _, Step.Payload _, Step.Sleep _ -> false;
        };
    }

    private static boolean waits(Step step) {
        return switch (step) {
            case Step.Request _, Step.FileRead _, Step.Sleep _ -> true;
            case Step.Cpu _, Step.Payload _, Step.Spin _ -> false;
        };
    }
}
