package dev.joust.compare.run;

import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.process.TrialProcess;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import dev.joust.trial.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Has a fresh process of a runtime say what a millisecond of CPU is there, for the kernels that its arms run. */
public record Calibrator(List<Scenario> scenarios) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * The calibration of a runtime; starts nothing when its arms run no kernel.
     *
     * @param command starts a trial process of the runtime
     * @param here whether an arm runs on it
     * @throws TrialFailure when the process fails, or does not say what was asked
     */
    Calibration of(List<String> command, Predicate<Arm> here) throws IOException, InterruptedException, TrialFailure {
        var kernels = scenarios.stream()
                .filter(scenario -> scenario.arms().stream().anyMatch(here))
                .flatMap(scenario -> scenario.workload().kernels().stream())
                .map(Kernel::label)
                .distinct()
                .toList();
        if (kernels.isEmpty()) {
            return new Calibration(Map.of());
        }
        try (var process = TrialProcess.start(command)) {
            var last = process.carryOut(new Message.Calibrate(kernels), LIMIT, message -> {});
            if (last instanceof Message.Calibrated(Calibration calibration) && complete(calibration, kernels)) {
                return calibration;
            }
            throw new TrialFailure("asked to calibrate %s it answered %s".formatted(kernels, last), process.log());
        }
    }

    private static boolean complete(Calibration calibration, List<String> kernels) {
        return kernels.stream()
                .map(kernel -> calibration.unitsPerMilli().getOrDefault(kernel, 0.0))
                .allMatch(rate -> rate > 0 && Double.isFinite(rate));
    }
}
