package dev.joust.fidelity;

import java.util.ArrayList;
import java.util.List;

/**
 * How long threads that only compute hold the lock. A thread sees the end of its turn as a gap in its clock. {@code slices}: their
 * lengths in ms, without the last of each thread, which the deadline ended; {@code owners}: whose they were, in the same order, by the
 * time they began; {@code switches} as the lock counts them, {@code counted} 1; {@code cpu} and {@code wall}.
 */
final class Slices implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;
    private static final double MOST_PER_SECOND = 20_000;

    /** A turn. */
    record Slice(long begin, long end, int owner) {}

    @Override
    public Values measure(Order order) throws InterruptedException {
        var lock = TestedLock.of(order.lock());
        run(lock, order, WARM_UP_SECONDS);
        return run(lock, order, order.seconds());
    }

    private static Values run(TestedLock lock, Order order, double seconds) throws InterruptedException {
        var values = new Values();
        int threads = order.threads();
        int room = (int) (seconds * MOST_PER_SECOND) * 2;
        long[][] marks = new long[threads][room]; // made before the clock: no collector at work in a slice
        int[] used = new int[threads];
        long before = lock.switches().getAsLong();
        var time = Clocks.begin();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        var crew = Crew.start(threads, i -> used[i] = turns(lock, order.lock().intervalNanos() / 5, end, marks[i]));
        crew.join();
        time.end(values);
        values.add("switches", lock.switches().getAsLong() - before).add("counted", 1);
        var slices = sorted(marks, used);
        long[] lengths = slices.stream().mapToLong(s -> s.end() - s.begin()).toArray();
        values.millis("slices", lengths, lengths.length);
        return values.all("owners", slices.stream().mapToDouble(Slice::owner));
    }

    /** Marks the begin and the end of each turn; gives the number of marks. */
    private static int turns(TestedLock lock, long gap, long end, long[] marks) {
        var checkpoint = lock.gate().checkpoint();
        lock.gate().acquire();
        long begin = System.nanoTime();
        long last = begin;
        long x = begin;
        int used = 0;
        while (last - end < 0) {
            x = Chain.turn(x);
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
        lock.gate().release();
        return used;
    }

    private static List<Slice> sorted(long[][] marks, int[] used) {
        var slices = new ArrayList<Slice>();
        for (int owner = 0; owner < marks.length; owner++) {
            for (int i = 0; i < used[owner]; i += 2) {
                slices.add(new Slice(marks[owner][i], marks[owner][i + 1], owner));
            }
        }
        slices.sort((a, b) -> Long.signum(a.begin() - b.begin()));
        return slices;
    }
}
