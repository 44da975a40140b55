package dev.joust.compare.run;

import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.DisturbanceMonitor;
import dev.joust.compare.machine.ProcessTree;
import dev.joust.compare.machine.ReadingDetail;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.machine.TreeReading;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Load;
import dev.joust.trial.Measurement;
import dev.joust.trial.Message;
import java.util.Optional;

/** What is observed from outside while a trial runs. For one thread. */
final class OutsideObserver {
    /**
     * How much longer than the window the time between its two readings may be. Beside a thousand threads that compute,
     * this process and the trial's driver get no core for seconds: in a window of 5 s the threads then used 20 s of CPU
     * time on two cores. That is the usage of another window. While several trials share two cores, as some tests do,
     * the readings of a window of 0.3 s were further apart by more than 35 ms.
     */
    private static final double LATE_PART = 0.05;

    private static final long LATE_NANOS = 100_000_000;

    private long started = System.nanoTime();
    private final DisturbanceMonitor monitor;
    private final TrialFollower follower;
    private ProcessTree tree;
    private Optional<Double> startUp = Optional.empty();
    private Optional<TreeReading> atStart = Optional.empty();
    private long startNanos;
    private Optional<ResourceUsage> resourceUsage = Optional.empty();
    private long betweenNanos;

    OutsideObserver(DisturbanceMonitor monitor, TrialFollower follower) {
        this.monitor = monitor;
        this.follower = follower;
    }

    /** The process of the model starts now: its start-up, and the resource usage, are those of this tree. */
    void observe(ProcessTree modelled) {
        tree = modelled;
    }

    /** The time counts from now. */
    void restart() {
        started = System.nanoTime();
    }

    TrialFollower follower() {
        return follower;
    }

    void receive(Message message) {
        switch (message) {
            case Message.Answered answered -> startUp = Optional.of(millis());
            case Message.WindowMark(boolean start) -> mark(start);
            case Message.UsageRead r -> {}
            case Message.Hello h -> {}
            case Message.Ready r -> {}
            case Message.Measured m -> {}
            case Message.Calibrated c -> {}
            case Message.CacheTrained r -> {}
            case Message.Serving s -> {}
            case Message.MarkWindow m -> {}
            case Message.Marked m -> {}
            case Message.Finish f -> {}
            case Message.Served s -> {}
            case Message.OrderFailed f -> {}
            case Message.Order o -> {}
        }
    }

    private void mark(boolean start) {
        if (start) {
            monitor.beginWindow();
            var counted = tree.usage(ReadingDetail.COUNTERS);
            atStart = Optional.of(counted);
            startNanos = counted.lastNanos().orElseGet(System::nanoTime);
            follower.windowStarts();
        } else {
            follower.windowEnds();
            var counted = tree.usage(ReadingDetail.COUNTERS);
            betweenNanos = counted.lastNanos().orElseGet(System::nanoTime) - startNanos;
            monitor.endWindow();
            var atEnd = counted.withSizesOf(tree.usage(ReadingDetail.EVERYTHING));
            resourceUsage = atStart.map(before -> ResourceUsage.between(before, atEnd));
        }
    }

    /**
     * What was observed of a trial that measured this window. Readings that came too late are left out. Those of a
     * batch never do: nothing runs before it and after it.
     */
    Result.Outside outside(
            Load load, Measurement.Window window, Optional<Result.ServiceCounts> counts, Disturbance disturbance) {
        boolean late = !(load instanceof Load.Batch) && isLate(betweenNanos, window.nanos());
        return new Result.Outside(startUp, millis(), resourceUsage.filter(_ -> !late), counts, disturbance);
    }

    /** What was observed of a trial that failed. */
    Result.Outside outsideOfFailure(Disturbance disturbance) {
        return new Result.Outside(startUp, millis(), resourceUsage, Optional.empty(), disturbance);
    }

    /** Whether two readings that are so far apart tell of another time than the window. */
    static boolean isLate(long betweenNanos, long windowNanos) {
        return betweenNanos > windowNanos * (1 + LATE_PART) + LATE_NANOS;
    }

    private double millis() {
        return (System.nanoTime() - started) / 1e6;
    }
}
