package dev.joust.trial;

import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.Measurement.ClassResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs one trial in this process, from the start of the model to the measurement. */
final class TrialRun {
    /** A shortened unit of the warm-up takes about this long: enough to be compiled, little beside the window. */
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Trial trial;
    private final TaskBody body;
    private final Oracle oracle;
    private final List<WorkClass> shortened;
    private final List<Recorder> all = new ArrayList<>();

    TrialRun(Trial trial) {
        this.trial = trial;
        this.body = new TaskBody(
                trial.conditions().host().calibration(),
                trial.conditions().host().scratch());
        this.oracle = new Oracle(body);
        this.shortened = trial.workload().withStepsOfAtMost(SHORT).classes();
    }

    /** Told how far the trial is; all on the thread that runs it. */
    interface Progress extends WindowListener {
        /** The first unit was answered, rightly. */
        void answered();

        /** Warm, as far as a batch is warmed; a closed load warms up as it runs. */
        void ready();
    }

    Measurement run(ConcurrencyModel model, Progress progress) throws InterruptedException, IOException {
        prepareFiles();
        int cores = trial.conditions().host().cores();
        int slots = trial.arm()
                .slots()
                .orElseGet(() -> model.slots(cores, trial.workload().load().inFlight(cores)));
        var setup = new Setup(
                trial.conditions().service(), cores, slots, body, trial.arm().options());
        try (var runner = model.start(setup)) {
            var driver = new Driver(NanoClock.SYSTEM, runner, trial.conditions().timeout());
            firstAnswer(driver);
            progress.answered();
            var measured = recorders();
            var span = drive(driver, measured, progress);
            var info =
                    new Measurement.ModelInfo(model.name(), ThisRuntime.version(), slots, model.ceiling(cores, slots));
            return measurement(span, measured, info, ThisRuntime.with(runner.counters()));
        }
    }

    private void prepareFiles() throws IOException {
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

    private void firstAnswer(Driver driver) throws InterruptedException {
        var recorders = recorders();
        var units = new Units(shortened, Digest.child(trial.conditions().seed(), 1));
        for (int c = 0; c < shortened.size(); c++) {
            driver.batch(units, new int[] {c}, recorders, WindowListener.NONE);
            var type = shortened.get(c);
            var failures = new Analysis(oracle, new MeasuredWindow(0, 0, true, List.of()))
                    .result(type, 1, recorders.get(c))
                    .counts()
                    .failures();
            if (failures.failed() > 0) {
                throw new TrialFailedException(
                        "the first unit of '%s' failed: %s".formatted(type.name(), failures.reasons()));
            }
            if (failures.wrong() > 0) {
                throw new TrialFailedException("the first unit of '%s' was answered wrong".formatted(type.name()));
            }
        }
    }

    private MeasuredWindow drive(Driver driver, List<Recorder> measured, Progress progress)
            throws InterruptedException {
        var conditions = trial.conditions();
        var units = new Units(trial.workload().classes(), conditions.seed());
        return switch (trial.workload().load()) {
            case Load.Batch batch -> {
                int[] order = units.batch(batch.units().on(conditions.host().cores()));
                var warmUps = new Units(shortened, Digest.child(conditions.seed(), 2));
                var warm = driver.settle(warmUps, order, recorders(), conditions.warmUp());
                progress.ready();
                var span = driver.batch(units, order, measured, progress);
                yield new MeasuredWindow(span.start(), span.end(), warm.reached(), warm.series());
            }
            case Load.Closed closed -> {
                progress.ready();
                yield driver.closed(closed, conditions.warmUp(), units, measured, progress);
            }
        };
    }

    private List<Recorder> recorders() {
        var recorders = Stream.generate(Recorder::new).limit(shortened.size()).toList();
        all.addAll(recorders);
        return recorders;
    }

    private Measurement measurement(
            MeasuredWindow span, List<Recorder> measured, Measurement.ModelInfo info, Map<String, Double> counters) {
        var analysis = new Analysis(oracle, span);
        var classes = trial.workload().classes();
        Map<String, ClassResult> results = new LinkedHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            results.put(classes.get(c).name(), analysis.result(classes.get(c), inFlight(c, measured), measured.get(c)));
        }
        return new Measurement(
                trial.id(),
                info,
                new Measurement.Window(span.nanos(), span.steady(), span.warmUp(), analysis.series(measured)),
                results,
                new Measurement.Totals(
                        all.stream().mapToLong(Recorder::calls).sum(),
                        all.stream().mapToLong(Recorder::bytes).sum(),
                        counters));
    }

    private int inFlight(int workClass, List<Recorder> measured) {
        return switch (trial.workload().load()) {
            case Load.Batch batch -> measured.get(workClass).size();
            case Load.Closed closed -> List.copyOf(closed.inFlight().values()).get(workClass);
        };
    }
}
