package dev.joust.trial;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.joust.scenario.Load;
import dev.joust.trial.Measurement.GarbageCollection;
import dev.joust.trial.Measurement.Housekeeping;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Notes what this JVM does for itself within the measured window, between the driver and the referee: collections of
 * garbage, and the time of its compilers.
 *
 * <p>Only open and closed loads are watched, whose windows are shown over time. The JVM calls the watch after each
 * collection, on a thread of its own, which costs some 0.3 ms of CPU time. The time of the compilers is one number of
 * the JVM. The driver's thread reads it at the marks of the window, and once per second of an open load, where it wakes
 * each millisecond anyway. Nothing is measured per unit.
 */
final class HousekeepingWatch extends ForwardingTrialListener implements AutoCloseable {
    /** The most collections that are kept; further ones are counted. */
    static final int MAX_COLLECTIONS = 1_000;

    private static final System.Logger LOG = System.getLogger(HousekeepingWatch.class.getName());
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final NanoClock clock;
    private final Supplier<OptionalLong> compilingMillis;
    private final NotificationListener collected = this::hear;
    private final List<EndedCollection> ended = new ArrayList<>(); // this and the next: guarded by this
    private long startMillis = Long.MIN_VALUE;
    private OptionalLong compiled = OptionalLong.empty(); // this and the following: used by the driver's thread
    private OptionalLong compiledBefore = OptionalLong.empty();
    private final List<Long> bySecond = new ArrayList<>();
    private Optional<Long> compilingNanos = Optional.empty();
    private long endMillis;
    private boolean over;
    private final boolean told;

    /** A collection as the JVM tells of it: by the time of day at its end. */
    private record EndedCollection(String collector, long endMillis, long millis) {}

    /**
     * A watch that hears of no collection by itself.
     *
     * @param compilingMillis the time of the compilers so far; empty where the runtime does not tell
     */
    HousekeepingWatch(NanoClock clock, Supplier<OptionalLong> compilingMillis, TrialListener listener) {
        this(clock, compilingMillis, listener, true);
    }

    private HousekeepingWatch(
            NanoClock clock, Supplier<OptionalLong> compilingMillis, TrialListener listener, boolean told) {
        super(listener);
        this.clock = clock;
        this.compilingMillis = compilingMillis;
        this.told = told;
    }

    /** A watch of this JVM under this load, until it is closed. */
    static HousekeepingWatch ofThisRuntime(Load load, TrialListener listener) {
        return switch (load) {
            case Load.Open _, Load.Closed _ -> ofThisRuntime(listener);
            case Load.Batch _, Load.Capacity _ ->
                new HousekeepingWatch(NanoClock.SYSTEM, OptionalLong::empty, listener, false);
        };
    }

    private static HousekeepingWatch ofThisRuntime(TrialListener listener) {
        var watch = new HousekeepingWatch(NanoClock.SYSTEM, ThisRuntime::compilingMillis, listener);
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(watch.collected, null, null);
            }
        }
        return watch;
    }

    private void hear(Notification notification, Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            collectionEnded(
                    info.getGcName(),
                    notification.getTimeStamp(),
                    info.getGcInfo().getDuration());
        }
    }

    /**
     * A collection has ended. For any thread.
     *
     * @param endMillis the time of day at its end
     */
    synchronized void collectionEnded(String collector, long endMillis, long millis) {
        if (endMillis >= startMillis) {
            ended.add(new EndedCollection(collector, endMillis, millis));
        }
    }

    @Override
    public boolean awaitReading(Duration limit) throws InterruptedException {
        boolean read = super.awaitReading(limit);
        if (!over) { // the window starts after the last of several readings
            begin();
        }
        return read;
    }

    private synchronized void begin() {
        startMillis = clock.millisOfDay();
        ended.removeIf(collection -> collection.endMillis() < startMillis);
        compiled = compilingMillis.get();
        compiledBefore = compiled;
    }

    @Override
    public void secondEnds() {
        super.secondEnds();
        var now = compilingMillis.get();
        if (now.isPresent() && compiledBefore.isPresent()) {
            bySecond.add((now.getAsLong() - compiledBefore.getAsLong()) * NANOS_PER_MILLI);
        }
        compiledBefore = now;
    }

    @Override
    public void windowEnds() {
        over = true;
        endMillis = clock.millisOfDay();
        var atStart = compiled;
        var now = compilingMillis.get();
        if (now.isPresent() && atStart.isPresent()) {
            compilingNanos = Optional.of((now.getAsLong() - atStart.getAsLong()) * NANOS_PER_MILLI);
        }
        if (!bySecond.isEmpty() && now.isPresent() && compiledBefore.isPresent()) {
            bySecond.add((now.getAsLong() - compiledBefore.getAsLong()) * NANOS_PER_MILLI);
        }
        super.windowEnds();
    }

    /**
     * What was noted of the window; empty for a load of which nothing is shown over time. A collection that runs into
     * the window or out of it counts with the part within.
     */
    synchronized Optional<Housekeeping> found() {
        if (!told) {
            return Optional.empty();
        }
        var within = ended.stream()
                .filter(collection -> collection.endMillis() - collection.millis() <= endMillis)
                .map(this::withinWindow)
                .toList();
        return Optional.of(new Housekeeping(
                within.stream().limit(MAX_COLLECTIONS).toList(),
                Math.max(0, within.size() - MAX_COLLECTIONS),
                compilingNanos,
                bySecond));
    }

    private GarbageCollection withinWindow(EndedCollection collection) {
        long from = Math.max(startMillis, collection.endMillis() - collection.millis());
        long to = Math.clamp(collection.endMillis(), from, Math.max(from, endMillis));
        return new GarbageCollection(
                collection.collector(), (from - startMillis) * NANOS_PER_MILLI, (to - from) * NANOS_PER_MILLI);
    }

    @Override
    public void close() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(collected);
                } catch (ListenerNotFoundException e) {
                    LOG.log(System.Logger.Level.DEBUG, "the watch did not hear of {0}", collector.getName());
                }
            }
        }
    }
}
