package dev.joust.trial;

import dev.joust.scenario.Load;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Measurement.ClassResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs one trial in this process, from the start of the model to the measurement. */
final class TrialRun {
    /** The longest step of a warm-up unit: long enough to be compiled, short beside the measured window. */
    private static final Duration WARM_UP_STEP_LIMIT = Duration.ofMillis(20);

    private final Trial trial;
    private final ModelStart start;
    private final Oracle oracle;
    private final List<WorkClass> shortened;
    private final List<Recorder> allRecorders = new ArrayList<>();

    TrialRun(Trial trial) {
        this.trial = trial;
        this.start = ModelStart.of(trial);
        this.oracle = new Oracle(start.body());
        this.shortened = shortened(trial.workload());
    }

    /**
     * The measurement of this trial on this model.
     *
     * @throws TrialFailedException when the trial yields none
     */
    Measurement run(ConcurrencyModel model, TrialListener listener) throws InterruptedException, IOException {
        start.prepareFiles();
        try (var runner = model.start(start.setup(model))) {
            var driver = new Driver(NanoClock.SYSTEM, runner, trial.conditions().timeout());
            checkFirstAnswers(driver);
            listener.answered();
            int cold = start.warm(runner);
            var measured = newRecorders();
            try (var housekeeping =
                    HousekeepingWatch.ofThisRuntime(trial.workload().load(), listener)) {
                var activity = new WindowActivity(runner, NanoClock.SYSTEM, housekeeping);
                var driven = drive(runner, driver, measured, activity);
                var counters = ModelStart.counters(runner, cold);
                counters.putAll(activity.figures());
                return measurement(driven, measured, start.info(model), counters, housekeeping::found);
            }
        }
    }

    /** A server is told of no class but those of the scenario, so its first units are whole. */
    private static List<WorkClass> shortened(Workload workload) {
        return workload.http().isPresent()
                ? workload.classes()
                : workload.withStepsOfAtMost(WARM_UP_STEP_LIMIT).classes();
    }

    private void checkFirstAnswers(Driver driver) throws InterruptedException {
        var recorders = newRecorders();
        var units = new UnitSequence(shortened, Digest.child(trial.conditions().seed(), 1));
        for (int c = 0; c < shortened.size(); c++) {
            driver.batch(units, new int[] {c}, recorders, WindowListener.NONE);
            var type = shortened.get(c);
            var failures = new Analysis(oracle, new MeasuredWindow(0, 0, true, List.of()))
                    .result(type, 1, recorders.get(c))
                    .counts()
                    .failures();
            if (failures.failed() > 0) {
                throw new TrialFailedException(String.format(
                        Locale.ROOT, "the first unit of '%s' failed: %s", type.name(), failures.reasons()));
            }
            if (failures.wrong() > 0) {
                throw new TrialFailedException(
                        String.format(Locale.ROOT, "the first unit of '%s' was answered wrong", type.name()));
            }
        }
    }

    private DrivenLoad drive(WorkRunner runner, Driver driver, List<Recorder> measured, TrialListener listener)
            throws InterruptedException {
        var conditions = trial.conditions();
        var units = new UnitSequence(trial.workload().classes(), conditions.seed());
        return switch (trial.workload().load()) {
            case Load.Batch batch -> {
                int[] order = units.batch(batch.units().on(conditions.host().cores()));
                var warmUps = new UnitSequence(shortened, Digest.child(conditions.seed(), 2));
                var warm = driver.warmUp(warmUps, order, newRecorders(), conditions.warmUp());
                listener.ready();
                var window = driver.batch(units, order, measured, listener);
                yield DrivenLoad.of(new MeasuredWindow(window.start(), window.end(), warm.steady(), warm.series()));
            }
            case Load.Closed closed -> {
                listener.ready();
                yield DrivenLoad.of(driver.closed(closed, conditions.warmUp(), units, measured, listener));
            }
            case Load.Open open
            when open.share().isPresent() ->
                throw new TrialFailedException("the rate is a share of a capacity that the trial is not told");
            case Load.Open open -> {
                var generator = generator(runner, measured, OpenDriver.timeoutNanos(open));
                listener.ready();
                yield openDriver(generator).drive(open, conditions.warmUp(), listener);
            }
            case Load.Capacity capacity -> {
                var generator = generator(runner, measured, Long.MAX_VALUE);
                listener.ready();
                yield new CapacityDriver(capacity, trial.workload().classes(), openDriver(generator), generator)
                        .drive(conditions.warmUp(), listener);
            }
        };
    }

    private Generator generator(WorkRunner runner, List<Recorder> measured, long timeout) {
        var units =
                new UnitSequence(trial.workload().classes(), trial.conditions().seed());
        return new Generator(NanoClock.SYSTEM, new Dispatch(NanoClock.SYSTEM, runner), units, measured, timeout);
    }

    private OpenDriver openDriver(Generator generator) {
        var names = trial.workload().classes().stream().map(WorkClass::name).toList();
        return new OpenDriver(generator, names, trial.conditions().seed());
    }

    private List<Recorder> newRecorders() {
        var recorders = Stream.generate(Recorder::new).limit(shortened.size()).toList();
        allRecorders.addAll(recorders);
        return recorders;
    }

    private Measurement measurement(
            DrivenLoad driven,
            List<Recorder> measured,
            Measurement.ModelInfo info,
            Map<String, Double> counters,
            Supplier<Optional<Measurement.Housekeeping>> housekeeping) {
        var window = driven.window();
        var analysis = new Analysis(oracle, window, timeoutNanos());
        var classes = trial.workload().classes();
        Map<String, ClassResult> results = new LinkedHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            var result = analysis.result(classes.get(c), inFlight(c, measured), measured.get(c));
            results.put(classes.get(c).name(), result.with(open(classes.get(c), window, measured.get(c))));
        }
        return new Measurement(
                trial.id(),
                info,
                new Measurement.Window(
                        window.nanos(), window.steady(), window.warmUp(), analysis.series(measured), driven.stopped()),
                results,
                totals(driven, counters, measured),
                driven.capacity(),
                housekeeping.get()); // last: the JVM tells of a collection a little later
    }

    private Measurement.Totals totals(DrivenLoad driven, Map<String, Double> counters, List<Recorder> measured) {
        Map<String, Double> all = new TreeMap<>(counters);
        all.putAll(driven.counters());
        if (trial.workload().load() instanceof Load.Open) {
            double inFlight = measured.stream()
                    .mapToDouble(units -> units.inFlightNanos(driven.window(), timeoutNanos()))
                    .sum();
            all.put("in-flight.of-units", inFlight / Math.max(1, driven.window().nanos()));
        }
        return new Measurement.Totals(
                allRecorders.stream().mapToLong(Recorder::calls).sum(),
                allRecorders.stream().mapToLong(Recorder::bytes).sum(),
                Optional.of(
                        allRecorders.stream().mapToLong(Recorder::callingNanos).sum()),
                all);
    }

    private long timeoutNanos() {
        return trial.workload().load() instanceof Load.Open open ? OpenDriver.timeoutNanos(open) : Long.MAX_VALUE;
    }

    private Optional<Measurement.OpenResult> open(WorkClass type, MeasuredWindow window, Recorder units) {
        if (!(trial.workload().load() instanceof Load.Open open)) {
            return Optional.empty();
        }
        var deadline = Optional.ofNullable(open.deadlines().get(type.name()));
        long deadlineNanos = deadline.map(Duration::toNanos).orElse(Long.MAX_VALUE);
        return Optional.of(new OpenTally(window, deadlineNanos, timeoutNanos()).result(units));
    }

    private int inFlight(int workClass, List<Recorder> measured) {
        return switch (trial.workload().load()) {
            case Load.Batch batch -> measured.get(workClass).size();
            case Load.Closed closed -> List.copyOf(closed.inFlight().values()).get(workClass);
            case Load.Open _, Load.Capacity _ -> 0;
        };
    }
}
