package dev.joust.trial;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import dev.joust.scenario.WorkClass;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** An open load of units without steps, driven on virtual time. */
final class VirtualTrial {
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000_000_000;

    /** Three iterations of 0.1 s. */
    static final WarmUp WARM_UP = new WarmUp(Duration.ofMillis(300), Duration.ofMillis(100), 0);

    static final WorkClass UNIT = new WorkClass("unit", 1, List.of());

    final Recorder recorder = new Recorder();
    final Generator generator;
    final OpenDriver driver;
    private final long timeout;

    VirtualTrial(VirtualClock clock, WorkRunner runner) {
        this(clock, runner, Long.MAX_VALUE);
    }

    VirtualTrial(VirtualClock clock, WorkRunner runner, long timeout) {
        this.timeout = timeout;
        var units = new UnitSequence(List.of(UNIT), 42);
        generator = new Generator(clock, new Dispatch(clock, runner), units, List.of(recorder), timeout);
        driver = new OpenDriver(generator, List.of(UNIT.name()), 4711);
    }

    /** A constant rate. */
    static Load.Open load(double perSecond, Duration time, Arrivals arrivals) {
        return new Load.Open(
                Map.of(UNIT.name(), Rate.constant(perSecond, time)),
                Optional.empty(),
                arrivals,
                time,
                Map.of(),
                Optional.empty());
    }

    DrivenLoad drive(Load.Open load) throws InterruptedException {
        return driver.drive(load, WARM_UP, WindowListener.NONE);
    }

    /** The result of the units, checked and counted as in a trial. */
    Measurement.ClassResult result(DrivenLoad driven) {
        var oracle = new Oracle(new TaskBody(new Calibration(Map.of()), Path.of("unused")));
        return new Analysis(oracle, driven.window(), timeout)
                .result(UNIT, 0, recorder)
                .with(Optional.of(new OpenTally(driven.window(), Long.MAX_VALUE, timeout).result(recorder)));
    }

    /** The response times of the units, as in a trial. */
    Histogram response(DrivenLoad driven) {
        return Histograms.decoded(result(driven).latencies().response());
    }
}
