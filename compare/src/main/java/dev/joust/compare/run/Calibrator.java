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
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Measures how many units of each kernel take a millisecond of CPU time on a runtime, in a fresh process. */
record Calibrator(List<Scenario> scenarios) {
    /** Four kernels that warm for ten seconds of CPU time each, on half a core. */
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    /**
     * Calibrates a runtime. It starts no process when the runtime's arms run no kernel.
     *
     * @param command starts a trial process of the runtime
     * @param runsHere whether an arm runs on the runtime
     * @throws TrialFailure when the process fails, or its answer is incomplete
     */
    Calibration calibrate(List<String> command, Predicate<Arm> runsHere)
            throws IOException, InterruptedException, TrialFailure {
        var kernels = scenarios.stream()
                .filter(scenario -> scenario.arms().stream().anyMatch(runsHere))
                .flatMap(scenario -> scenario.workload().kernels().stream())
                .map(Kernel::label)
                .distinct()
                .toList();
        if (kernels.isEmpty()) {
            return new Calibration(Map.of());
        }
        try (var process = TrialProcess.start(command)) {
            var last = process.carryOut(new Message.Calibrate(kernels), TIMEOUT, message -> {});
            if (last instanceof Message.Calibrated(Calibration calibration) && complete(calibration, kernels)) {
                return calibration;
            }
            throw new TrialFailure(
                    String.format(Locale.ROOT, "asked to calibrate %s it answered %s", kernels, last), process.log());
        }
    }

    private static boolean complete(Calibration calibration, List<String> kernels) {
        return kernels.stream()
                .map(kernel -> calibration.unitsPerMilli().getOrDefault(kernel, 0.0))
                .allMatch(rate -> rate > 0 && Double.isFinite(rate));
    }
}
