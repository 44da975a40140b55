package dev.joust.fidelity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long threads that only compute hold the lock. A thread sees the end of its turn as a gap in its clock. {@code slices}: their
 * lengths in ms, without the last of each thread, which the deadline ended; {@code owners}: whose they were, in the same order, by the
 * time they began; {@code switches} as the lock counts them, {@code counted} 1, and {@code spun}, the seconds of that count: from the last
 * thread's begin to the first one's end, for CPython's main thread takes the lock too, four times or so, to start the others and to wait
 * for them; {@code cpu} and {@code wall}.
 */
final class Slices implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;
    private static final double MOST_PER_SECOND = 20_000;

    private static final Comparator<Reading> BY_TIME = Comparator.comparingLong(Reading::nanos);

    /** A turn. */
    record Slice(long begin, long end, int owner) {}

    /** The lock's counter at some time, or how far it went in some time. */
    record Reading(long nanos, long switches) {

        static Reading of(TestedLock lock) {
            return new Reading(System.nanoTime(), lock.switches().getAsLong());
        }

        Reading since(Reading earlier) {
            return new Reading(nanos - earlier.nanos, switches - earlier.switches);
        }
    }

    /** What one thread leaves; in {@code marks} are the begin and the end of each of its turns. */
    private record Stay(Reading began, Reading ended, int marks) {}

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var lock = TestedLock.of(order.lock());
        run(lock, order, WARM_UP_SECONDS);
        return run(lock, order, order.seconds());
    }

    private static Values run(TestedLock lock, ProbeOrder order, double seconds) throws InterruptedException {
        var values = new Values();
        int threads = order.threads();
        int room = (int) (seconds * MOST_PER_SECOND) * 2;
        long[][] marks = new long[threads][room]; // made before the clock: no collector at work in a slice
        var stays = new Stay[threads];
        var time = Clocks.begin();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        var crew = ProbeThreads.start(
                threads, i -> stays[i] = turns(lock, order.lock().intervalNanos() / 5, end, marks[i]));
        crew.join();
        time.end(values);
        var counted = counted(List.of(stays));
        values.add("switches", counted.switches()).add("counted", 1).add("spun", counted.nanos() / 1e9);
        var slices = sorted(marks, stays);
        long[] lengths = slices.stream().mapToLong(s -> s.end() - s.begin()).toArray();
        values.millis("slices", lengths, lengths.length);
        return values.all("owners", slices.stream().mapToDouble(Slice::owner));
    }

    /** While all of them ran. A lock that is known to be wrong may let one begin when another has ended: then while any did. */
    private static Reading counted(List<Stay> stays) {
        var began = stays.stream().map(Stay::began).sorted(BY_TIME).toList();
        var ended = stays.stream().map(Stay::ended).sorted(BY_TIME).toList();
        boolean together = BY_TIME.compare(began.getLast(), ended.getFirst()) < 0;
        return together
                ? ended.getFirst().since(began.getLast())
                : ended.getLast().since(began.getFirst());
    }

    /** Marks the begin and the end of each turn. */
    private static Stay turns(TestedLock lock, long gap, long end, long[] marks) {
        var checkpoint = lock.gate().checkpoint();
        lock.gate().acquire();
        var began = Reading.of(lock);
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
        var ended = Reading.of(lock);
        lock.gate().release();
        return new Stay(began, ended, used);
    }

    private static List<Slice> sorted(long[][] marks, Stay[] stays) {
        var slices = new ArrayList<Slice>();
        for (int owner = 0; owner < marks.length; owner++) {
            for (int i = 0; i < stays[owner].marks(); i += 2) {
                slices.add(new Slice(marks[owner][i], marks[owner][i + 1], owner));
            }
        }
        slices.sort((a, b) -> Long.signum(a.begin() - b.begin()));
        return slices;
    }
}
