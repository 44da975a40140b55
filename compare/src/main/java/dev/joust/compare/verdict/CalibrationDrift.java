package dev.joust.compare.verdict;

import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariant;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;

/**
 * The least share of its calibrated CPU time that a kernel takes, at most 1. It is below 1 where a later calibration
 * of the session found the runtime faster than the first one. A neighbour can slow the first one by half:
 * compare/decisions/0011. It is also below 1 where the arm chooses a faster runtime than the one that sizes its work:
 * compare/decisions/0038.
 */
@FunctionalInterface
public interface CalibrationDrift {
    double least(Arm arm, Kernel kernel);

    /** The drift in a session with these later calibrations. */
    static CalibrationDrift of(Session.Instrument instrument, List<Recalibration> recalibrations) {
        return (arm, kernel) -> {
            var usual = RuntimeStatus.running(arm, instrument.runtimes())
                    .map(Map.Entry::getKey)
                    .orElse(TrialCommands.JVM);
            var runtime = RuntimeVariant.running(arm, usual, instrument.chosenByArms())
                    .map(RuntimeVariant::name)
                    .orElse(usual);
            double sized = rate(instrument.calibrations().get(usual), kernel);
            double first = rate(instrument.calibrations().get(runtime), kernel);
            double fastest = recalibrations.stream()
                    .filter(recalibration -> recalibration.runtime().equals(runtime))
                    .mapToDouble(recalibration -> rate(recalibration.calibration(), kernel))
                    .reduce(Math.max(sized, first), Math::max);
            return sized / fastest;
        };
    }

    private static double rate(Calibration calibration, Kernel kernel) {
        return calibration.unitsPerMilli().get(kernel.label());
    }
}
