package dev.joust.compare.run;

import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.DisturbanceMonitor;
import dev.joust.compare.machine.ForeignProcess;
import dev.joust.compare.machine.ProcessTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Waits before the first block until the machine is at rest, for a bounded time, and says who disturbs it.
 *
 * @param limit how long it waits; it looks at the machine once in any case
 * @param clock in nanoseconds
 * @param say receives each line for the user
 */
record RestWait(RestReader reader, Duration limit, LongSupplier clock, Consumer<String> say) {
    /** Watches the machine for a while. */
    @FunctionalInterface
    interface RestReader {
        RestSeen read() throws InterruptedException;
    }

    /** What was seen, and the foreign processes that used most CPU time meanwhile. */
    record RestSeen(Disturbance disturbance, List<ForeignProcess> processes) {}

    /**
     * How the wait ended.
     *
     * @param note what disturbs the machine, and who; empty at rest
     */
    record RestFound(Disturbance disturbance, Optional<String> note) {}

    /**
     * The wait on this machine.
     *
     * @param ours processes that are ours and do not descend from this JVM
     * @param limit how long it waits; zero: it looks and goes on
     */
    static RestWait onThisMachine(Set<Long> ours, Duration limit, Consumer<String> say) {
        return new RestWait(
                () -> {
                    var before = ProcessTable.read(ours);
                    var disturbance = DisturbanceMonitor.measureAtRest(ours);
                    return new RestSeen(disturbance, ProcessTable.read(ours).foreignSince(before));
                },
                limit,
                System::nanoTime,
                say);
    }

    /**
     * Waits until nothing is beyond its limit.
     *
     * @param excess what is beyond its limit, in one line
     */
    RestFound await(Function<Disturbance, Optional<String>> excess) throws InterruptedException {
        long begin = clock.getAsLong();
        var seen = reader.read();
        var note = note(seen, excess);
        if (note.isEmpty()) {
            return new RestFound(seen.disturbance(), note);
        }
        if (limit.isPositive()) {
            say.accept(String.format(Locale.ROOT, "waiting up to %d s for rest: %s", limit.toSeconds(), note.get()));
        }
        while (note.isPresent() && clock.getAsLong() - begin < limit.toNanos()) {
            seen = reader.read();
            note = note(seen, excess);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong() - begin);
        say.accept(note.map(who -> "the machine is not at rest, the session goes on: " + who)
                .orElse(String.format(Locale.ROOT, "at rest after %d s", seconds)));
        return new RestFound(seen.disturbance(), note);
    }

    private static Optional<String> note(RestSeen seen, Function<Disturbance, Optional<String>> excess) {
        return excess.apply(seen.disturbance()).map(reasons -> reasons + ": " + ForeignProcess.text(seen.processes()));
    }
}
