package dev.joust.compare.machine;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Watches the machine while a trial runs: a daemon thread wakes every millisecond, and the CPU account is read at both
 * ends. Where the trial has a window, at both marks of the window, and what is outside of it does not count.
 *
 * <p>The thread costs about 0.03 of one core, the same for every model. The block's processes must descend from this
 * JVM or be named, else they count as foreign. For one thread.
 */
public final class DisturbanceMonitor implements AutoCloseable {
    private final CpuAccount account;
    private final LongSupplier clock;
    private final Supplier<RunQueue> queues;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("disturbance-monitor").unstarted(this::observe);
    private volatile boolean over;
    private volatile Stalls observed;
    private Stalls counted;
    private AccountMark start;
    private Optional<AccountMark> end = Optional.empty();

    private record AccountMark(Optional<CpuReading> reading, long nanos) {}

    private DisturbanceMonitor(CpuAccount account, LongSupplier clock, Stalls hiccups, Supplier<RunQueue> queues) {
        this.account = account;
        this.clock = clock;
        this.observed = hiccups;
        this.counted = hiccups;
        this.queues = queues;
        this.start = mark();
    }

    /**
     * Begins to watch this machine.
     *
     * @param others processes that are ours and do not descend from this JVM
     */
    public static DisturbanceMonitor start(Set<Long> others) {
        return start(
                CpuAccount.ofThisMachine(others),
                System::nanoTime,
                new Stalls(System::nanoTime, LockSupport::parkNanos),
                RunQueue::ofThisThread);
    }

    static DisturbanceMonitor start(CpuAccount account, LongSupplier clock, Stalls hiccups, Supplier<RunQueue> queues) {
        var monitor = new DisturbanceMonitor(account, clock, hiccups, queues);
        monitor.thread.start();
        return monitor;
    }

    /**
     * Measures for one second what disturbs the machine, while no trial runs.
     *
     * @param others as of {@link #start(Set)}
     * @throws InterruptedException when the second is cut short
     */
    public static Disturbance measureAtRest(Set<Long> others) throws InterruptedException {
        try (var monitor = start(others)) {
            TimeUnit.SECONDS.sleep(1);
            return monitor.stop();
        }
    }

    /** The window starts: what was seen before does not count. */
    public void beginWindow() {
        counted = counted.fresh();
        observed = counted;
        start = mark();
    }

    /** The window ends: what is seen after does not count. */
    public void endWindow() {
        end = Optional.of(mark());
        observed = counted.fresh();
    }

    /** Ends the watch and returns the disturbance in the window; without a window, since {@link #start(Set)}. */
    public Disturbance stop() {
        var last = end.orElseGet(this::mark);
        close();
        return Disturbance.between(start.reading(), last.reading(), last.nanos() - start.nanos(), counted);
    }

    private AccountMark mark() {
        return new AccountMark(account.read(), clock.getAsLong());
    }

    /** Ends the watch, if it still runs. The thread has ended when this returns. */
    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        while (!joined()) {
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean joined() {
        try {
            return thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void observe() {
        try (var queue = queues.get()) {
            while (!over) {
                observed.observe(queue);
            }
        }
    }
}
