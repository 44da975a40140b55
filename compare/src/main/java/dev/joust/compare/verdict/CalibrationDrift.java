package dev.joust.compare.verdict;

import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;

/**
 * The share of its calibrated CPU time that a kernel takes at least, from 1 down. Below 1 where the session saw the runtime faster than
 * its first calibration did, which a neighbour may have slowed by half: compare/decisions/0011.
 */
@FunctionalInterface
public interface CalibrationDrift {
    double least(Arm arm, Kernel kernel);

    /** The pace of a session whose runtimes were seen this fast. */
    static CalibrationDrift of(Session.Instrument instrument, List<Recalibration> recalibrations) {
        return (arm, kernel) -> {
            var runtime = RuntimeStatus.running(arm, instrument.runtimes())
                    .map(Map.Entry::getKey)
                    .orElse(TrialCommands.JVM);
            double first = rate(instrument.calibrations().get(runtime), kernel);
            double fastest = recalibrations.stream()
                    .filter(recalibration -> recalibration.runtime().equals(runtime))
                    .mapToDouble(recalibration -> rate(recalibration.calibration(), kernel))
                    .reduce(first, Math::max);
            return first / fastest;
        };
    }

    private static double rate(Calibration calibration, Kernel kernel) {
        return calibration.unitsPerMilli().get(kernel.label());
    }
}
