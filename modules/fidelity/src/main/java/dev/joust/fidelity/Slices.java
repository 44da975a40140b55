package dev.joust.fidelity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long threads that only compute hold the lock. A thread sees the end of a slice, its hold of the lock, as a gap in
 * its clock.
 *
 * <ul>
 *   <li>{@code slices}: their lengths in ms, without the last of each thread, which the deadline ended.
 *   <li>{@code owners}: the threads that had them, in the same order, by the time at which they began.
 *   <li>{@code switches}: as the lock counts them, with {@code counted} 1.
 *   <li>{@code spun}: the seconds of that count, from the begin of the last thread to the end of the first. CPython's
 *       main thread takes the lock too, some four times, to start the others and to wait for them.
 *   <li>{@code cpu} and {@code wall}, in seconds.
 * </ul>
 */
final class Slices implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;
    private static final double MAX_SLICES_PER_SECOND = 20_000;

    private static final Comparator<SwitchReading> BY_TIME = Comparator.comparingLong(SwitchReading::nanos);

    /** A hold of the lock. */
    record Slice(long begin, long end, int owner) {}

    /** The lock's switch counter at a time, or how far it went in a time. */
    record SwitchReading(long nanos, long switches) {

        static SwitchReading of(TestedLock tested) {
            return new SwitchReading(System.nanoTime(), tested.switches().getAsLong());
        }

        SwitchReading since(SwitchReading earlier) {
            return new SwitchReading(nanos - earlier.nanos, switches - earlier.switches);
        }
    }

    /** The counter when a thread began and ended, and how many marks it made: two per slice. */
    private record SpinRecord(SwitchReading began, SwitchReading ended, int marks) {}

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var tested = TestedLock.of(order.lock());
        run(tested, order, WARM_UP_SECONDS);
        return run(tested, order, order.seconds());
    }

    private static Values run(TestedLock tested, ProbeOrder order, double seconds) throws InterruptedException {
        var values = new Values();
        int threads = order.threads();
        int room = (int) (seconds * MAX_SLICES_PER_SECOND) * 2;
        long[][] marks = new long[threads][room]; // allocated before the clock starts: no collection in a slice
        var records = new SpinRecord[threads];
        var time = Clocks.start();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        var spinners = ProbeThreads.start(
                threads,
                tested.placement(),
                i -> records[i] = spin(tested, order.lock().intervalNanos() / 5, end, marks[i]));
        spinners.join();
        time.addTo(values);
        var counted = countWhileTogether(List.of(records));
        values.add("switches", counted.switches()).add("counted", 1).add("spun", counted.nanos() / 1e9);
        var slices = sorted(marks, records);
        long[] lengths = slices.stream().mapToLong(s -> s.end() - s.begin()).toArray();
        values.addMillis("slices", lengths, lengths.length);
        return values.set("owners", slices.stream().mapToDouble(Slice::owner));
    }

    /**
     * The count while all threads ran. Under a negative control one may begin after another's end: then, while any ran.
     */
    private static SwitchReading countWhileTogether(List<SpinRecord> records) {
        var began = records.stream().map(SpinRecord::began).sorted(BY_TIME).toList();
        var ended = records.stream().map(SpinRecord::ended).sorted(BY_TIME).toList();
        boolean together = BY_TIME.compare(began.getLast(), ended.getFirst()) < 0;
        return together
                ? ended.getFirst().since(began.getLast())
                : ended.getLast().since(began.getFirst());
    }

    /** Computes until the end, and marks the begin and the end of each slice. */
    private static SpinRecord spin(TestedLock tested, long gap, long end, long[] marks) {
        var checkpoint = tested.lock().checkpoint();
        tested.lock().acquire();
        var began = SwitchReading.of(tested);
        long begin = System.nanoTime();
        long last = begin;
        long x = begin;
        int used = 0;
        while (last - end < 0) {
            x = Chain.iterate(x);
            checkpoint.poll();
            long now = System.nanoTime();
            if (now - last > gap && used + 2 <= marks.length) {
                marks[used++] = begin;
                marks[used++] = last;
                begin = now;
            }
            last = now;
        }
        Chain.sink = x;
        var ended = SwitchReading.of(tested);
        tested.lock().release();
        return new SpinRecord(began, ended, used);
    }

    private static List<Slice> sorted(long[][] marks, SpinRecord[] records) {
        var slices = new ArrayList<Slice>();
        for (int owner = 0; owner < marks.length; owner++) {
            for (int i = 0; i < records[owner].marks(); i += 2) {
                slices.add(new Slice(marks[owner][i], marks[owner][i + 1], owner));
            }
        }
        slices.sort((a, b) -> Long.signum(a.begin() - b.begin()));
        return slices;
    }
}
