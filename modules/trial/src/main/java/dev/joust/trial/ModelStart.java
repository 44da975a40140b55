package dev.joust.trial;

import dev.joust.scenario.HttpAccess;
import dev.joust.scenario.Step;
import java.io.IOException;
import java.util.Map;

/**
 * What a model is started with in the process of this trial.
 *
 * @param body computes the steps that need no service
 */
record ModelStart(Trial trial, TaskBody body) {
    /**
     * The counter of kernels that stayed short of their calibrated rate before the window, over all processes; a trial
     * without any has no such counter.
     */
    static final String COLD_KERNELS = "kernel.warm-up.short";

    static ModelStart of(Trial trial) {
        var host = trial.conditions().host();
        return new ModelStart(trial, new TaskBody(host.calibration(), host.scratch()));
    }

    /** Writes the files that the steps read, where they are not there yet. */
    void prepareFiles() throws IOException {
        for (var type : trial.workload().classes()) {
            for (var step : type.steps()) {
                if (step instanceof Step.FileRead file) {
                    body.prepare(file);
                }
                if (step instanceof Step.Payload payload) {
                    body.prepare(payload);
                }
            }
        }
    }

    Setup setup(ConcurrencyModel model) {
        return new Setup(
                trial.conditions().service(),
                cores(),
                slots(model),
                body,
                trial.arm().options());
    }

    Measurement.ModelInfo info(ConcurrencyModel model) {
        int slots = slots(model);
        return new Measurement.ModelInfo(
                model.name(),
                model.framework().map(framework -> framework + " on ").orElse("") + ThisRuntime.version(),
                slots,
                model.ceiling(cores(), slots, trial.arm().options()));
    }

    /** Warms the kernels of the trial; returns how many stayed short of their calibrated rate. */
    int warm(StartedModel started) {
        return started.warm(KernelWarmUp.of(body.calibration(), trial.workload().kernels()));
    }

    /** What the model has counted, with the kernels that stayed cold. */
    static Map<String, Double> counters(StartedModel started, int cold) {
        var counters = ThisRuntime.counters(started);
        if (cold > 0) {
            counters.put(COLD_KERNELS, (double) cold);
        }
        return counters;
    }

    private int cores() {
        return trial.conditions().host().cores();
    }

    private int slots(ConcurrencyModel model) {
        var access = trial.workload().http();
        return trial.arm().slots().or(() -> access.map(HttpAccess::connections)).orElseGet(() -> {
            int inFlight = trial.workload().load().inFlight(cores());
            return model.slots(cores(), inFlight, trial.arm().options());
        });
    }
}
