package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DisturbanceMonitorTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void readsTheAccountAtBothEndsAndTheHiccupsInBetween() throws InterruptedException {
        Iterator<CpuReading> readings = List.of(
                        new CpuReading(0, 0, 0, 0, 0, 0), new CpuReading(4 * SECOND, SECOND, 2 * SECOND, SECOND, 0, 0))
                .iterator();
        var observed = new CountDownLatch(10);
        var clock = new AtomicLong();
        var monitor = DisturbanceMonitor.start(
                () -> Optional.of(readings.next()),
                List.of(0L, 2 * SECOND).iterator()::next,
                new Stalls(clock::get, nanos -> {
                    clock.addAndGet(nanos + 5_000);
                    observed.countDown();
                }),
                () -> () -> OptionalLong.of(7));
        observed.await();
        var seen = monitor.stop();
        assertThat(seen.stealShare()).hasValue((1.0 - 0.01) / 4);
        assertThat(seen.foreignCores()).hasValue((1.0 - 0.02) / 2);
        assertThat(seen.hiccupMaxNanos().orElseThrow()).isBetween(5_000L, 5_010L);
        assertThat(seen.stallP99Nanos()).isEqualTo(seen.hiccupP99Nanos());
    }

    @Test
    void onlyTheWindowCounts() throws InterruptedException {
        Iterator<CpuReading> readings = List.of(
                        new CpuReading(0, 0, 0, 0, 0, 0),
                        new CpuReading(20 * SECOND, 8 * SECOND, 9 * SECOND, 0, 0, 0),
                        new CpuReading(24 * SECOND, 9 * SECOND, 11 * SECOND, SECOND, 0, 0))
                .iterator();
        var clock = new AtomicLong();
        var late = new AtomicLong(5_000_000);
        var parks = new AtomicLong();
        var monitor = DisturbanceMonitor.start(
                () -> Optional.of(readings.next()),
                List.of(0L, 10 * SECOND, 12 * SECOND).iterator()::next,
                new Stalls(clock::get, nanos -> {
                    clock.addAndGet(nanos + late.get());
                    parks.incrementAndGet();
                }),
                () -> () -> OptionalLong.of(7));
        await(parks);
        late.set(1_000);
        await(parks); // so that no late one is under way
        monitor.beginWindow();
        await(parks);
        monitor.endWindow();
        await(parks);
        late.set(5_000_000);
        await(parks);
        var seen = monitor.stop();
        assertThat(seen.stealShare()).hasValue((1.0 - 0.01) / 4);
        assertThat(seen.foreignCores()).hasValue((1.0 - 0.02) / 2);
        assertThat(seen.hiccupMaxNanos().orElseThrow()).isBetween(1_000L, 1_010L);
    }

    private static void await(AtomicLong parks) {
        long until = parks.get() + 3;
        while (parks.get() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void endsOnlyWhenItsThreadHasEnded() throws InterruptedException {
        var parked = new CountDownLatch(1);
        var last = new CountDownLatch(2);
        var thread = new AtomicReference<Thread>();
        var monitor = DisturbanceMonitor.start(
                () -> {
                    last.countDown();
                    return Optional.empty();
                },
                System::nanoTime,
                new Stalls(System::nanoTime, nanos -> {
                    thread.set(Thread.currentThread());
                    parked.countDown();
                    while (last.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    burn();
                }),
                () -> RunQueue.UNKNOWN);
        parked.await();
        monitor.stop();
        boolean alive = thread.get().isAlive();
        assertThat(alive).isFalse();
    }

    @Test
    void itsThreadEndsAndAnInterruptIsKept() {
        var before = monitorThreads();
        var monitor = DisturbanceMonitor.start(Set.of());
        var started = monitorThreads(); // other tests may start some of their own
        started.removeAll(before);
        Thread.currentThread().interrupt();
        monitor.stop();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(started).anyMatch(thread -> !thread.isAlive());
    }

    private static Set<Thread> monitorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("disturbance-monitor"))
                .collect(Collectors.toSet());
    }

    @Test
    void thisMachineGivesPlausibleFigures() throws InterruptedException {
        var seen = DisturbanceMonitor.measureAtRest(Set.of());
        int cores = Runtime.getRuntime().availableProcessors();
        seen.stealShare().ifPresent(share -> assertThat(share).isBetween(0.0, 1.0));
        seen.foreignCores().ifPresent(used -> assertThat(used).isBetween(0.0, 64.0 * cores));
        assertThat(seen.stealShare().isPresent()).isEqualTo(ProcFs.offered());
        assertThat(seen.hiccupP99Nanos().orElseThrow())
                .isBetween(0L, seen.hiccupMaxNanos().orElseThrow());
    }

    /** Long enough to detect a monitor that does not wait for its thread. */
    private static void burn() {
        for (int i = 0; i < 2_000_000; i++) {
            System.nanoTime();
        }
    }
}
