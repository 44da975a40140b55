package dev.joust.compare.run;

import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Calibrates runtimes again while a session runs: foreign processes may have slowed a calibration, and so lowered the
 * analytic limits that rest on it. For one thread.
 */
final class Recalibrator {

    /** Calibrates a runtime in a fresh process. */
    @FunctionalInterface
    interface RuntimeCalibrator {
        Calibration calibrate(String runtime) throws IOException, InterruptedException, TrialFailure;
    }

    private final TrialCommands commands;
    private final RuntimeCalibrator calibrator;
    private final SessionResults results;
    private final Consumer<String> notes;
    private final Map<String, Integer> lastRounds = new HashMap<>();

    /** @param notes receives what went wrong, one line each */
    Recalibrator(TrialCommands commands, RuntimeCalibrator calibrator, SessionResults results, Consumer<String> notes) {
        this.commands = commands;
        this.calibrator = calibrator;
        this.results = results;
        this.notes = notes;
    }

    /** Calibrates with real processes, for the kernels that each runtime's arms run. */
    static Recalibrator of(Session session, SessionTools tools, SessionResults results) {
        var calibrator = new Calibrator(session.plan().scenarios());
        var commands = tools.commands();
        return new Recalibrator(
                commands,
                runtime -> calibrator.calibrate(
                        commands.command(runtime), arm -> commands.runtime(arm).equals(runtime)),
                results,
                tools.progress()::note);
    }

    /** Calibrates each runtime that has not been calibrated again in this round. */
    void afterRound(int round) throws IOException, InterruptedException {
        for (var runtime : commands.calibrations().keySet()) {
            recalibrate(runtime, round);
        }
    }

    /**
     * Checks a trial again that exceeds a limit which rests on a calibration: its runtime is calibrated first, at most
     * once per round. Any other trial is returned as it is.
     */
    Checked confirm(Scenario scenario, Arm arm, Checked checked) throws IOException, InterruptedException {
        if (!results.doubtsCalibration(scenario, checked.result())) {
            return checked;
        }
        recalibrate(commands.runtime(arm), checked.result().id().block());
        return results.check(scenario, checked.result());
    }

    private void recalibrate(String runtime, int round) throws IOException, InterruptedException {
        if (lastRounds.getOrDefault(runtime, 0) >= round) {
            return;
        }
        lastRounds.put(runtime, round);
        try {
            results.add(new Recalibration(round, runtime, calibrator.calibrate(runtime)));
        } catch (TrialFailure e) {
            notes.accept(runtime + " could not be calibrated again in round " + round + ": " + e.sentence());
        }
    }
}
