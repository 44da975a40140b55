package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Load;
import dev.joust.trial.Measurement.GarbageCollection;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.NotificationEmitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a watch notes of the window, and what it leaves out. */
final class HousekeepingWatchTest {
    private static final long MILLI = 1_000_000;
    private static final Load CLOSED = new Load.Closed(Map.of("unit", 1), Duration.ofSeconds(1));

    private final StoppedClock clock = new StoppedClock();
    private final SilentListener marks = new SilentListener();
    private OptionalLong compiling = OptionalLong.of(100);
    private final HousekeepingWatch watch = new HousekeepingWatch(clock, () -> compiling, marks);

    @Test
    void aCollectionCountsFromTheStartOfTheWindow() throws InterruptedException {
        startAt(10_000);
        watch.collectionEnded("Copy", 10_030, 5);
        endAt(11_000);
        assertThat(found().collections()).containsExactly(new GarbageCollection("Copy", 25 * MILLI, 5 * MILLI));
    }

    @Test
    void collectionsBeforeAndAfterTheWindowDoNotCount() throws InterruptedException {
        watch.collectionEnded("Copy", 9_000, 5);
        startAt(10_000);
        watch.collectionEnded("Copy", 9_999, 5);
        endAt(11_000);
        watch.collectionEnded("Copy", 11_020, 5);
        assertThat(found().collections()).isEmpty();
    }

    @Test
    void aCollectionAcrossAnEndOfTheWindowCountsWithItsPartWithin() throws InterruptedException {
        startAt(10_000);
        watch.collectionEnded("Copy", 10_004, 10);
        endAt(11_000);
        watch.collectionEnded("Copy", 11_007, 10);
        assertThat(found().collections())
                .containsExactly(
                        new GarbageCollection("Copy", 0, 4 * MILLI),
                        new GarbageCollection("Copy", 997 * MILLI, 3 * MILLI));
    }

    @Test
    void theWindowStartsAtTheLastOfSeveralReadings() throws InterruptedException {
        startAt(9_000);
        watch.collectionEnded("Copy", 9_500, 5);
        compiling = OptionalLong.of(130);
        startAt(10_000);
        compiling = OptionalLong.of(150);
        endAt(11_000);
        assertThat(found().collections()).isEmpty();
        assertThat(found().compilingNanos()).hasValue(20 * MILLI);
    }

    @Test
    void theReadingAfterTheWindowChangesNothing() throws InterruptedException {
        startAt(10_000);
        watch.collectionEnded("Copy", 10_030, 5);
        endAt(11_000);
        clock.millis = 12_000;
        watch.awaitReading(Duration.ZERO);
        assertThat(found().collections()).hasSize(1);
    }

    @Test
    void moreThanAThousandCollectionsAreCounted() throws InterruptedException {
        startAt(10_000);
        for (int i = 0; i < HousekeepingWatch.MAX_COLLECTIONS + 3; i++) {
            watch.collectionEnded("Copy", 10_010 + i, 0);
        }
        endAt(20_000);
        assertThat(found().collections()).hasSize(HousekeepingWatch.MAX_COLLECTIONS);
        assertThat(found().moreCollections()).isEqualTo(3);
    }

    @Test
    void compilingIsReadPerSecondOfAnOpenLoadAndAtItsEnd() throws InterruptedException {
        startAt(10_000);
        compiling = OptionalLong.of(140);
        watch.secondEnds();
        compiling = OptionalLong.of(145);
        watch.secondEnds();
        compiling = OptionalLong.of(148);
        endAt(12_500);
        assertThat(found().compilingNanosBySecond()).containsExactly(40 * MILLI, 5 * MILLI, 3 * MILLI);
        assertThat(found().compilingNanos()).hasValue(48 * MILLI);
        assertThat(marks.seconds).isEqualTo(2);
    }

    @Test
    void aRuntimeThatDoesNotTellHasNoTimeOfItsCompilers() throws InterruptedException {
        compiling = OptionalLong.empty();
        startAt(10_000);
        watch.secondEnds();
        endAt(12_000);
        assertThat(found().compilingNanos()).isEmpty();
        assertThat(found().compilingNanosBySecond()).isEmpty();
    }

    @Test
    @Timeout(60)
    void thisRuntimeTellsOfItsCollections() throws InterruptedException {
        var told = new CountDownLatch(1);
        try (var real = HousekeepingWatch.ofThisRuntime(CLOSED, marks)) {
            for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector)
                        .addNotificationListener((n, handback) -> told.countDown(), null, null);
            }
            real.windowStarts();
            real.awaitReading(Duration.ZERO);
            System.gc();
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue(); // the watch was told before: it listened first
            real.windowEnds();
            assertThat(real.found().orElseThrow().collections()).isNotEmpty();
            assertThat(real.found().orElseThrow().compilingNanos()).isPresent();
        }
    }

    /** Its window is not shown over time, so nothing need be watched. */
    @Test
    void ofABatchNothingIsTold() throws InterruptedException {
        try (var batch = HousekeepingWatch.ofThisRuntime(new Load.Batch(new Load.Count(4, false)), marks)) {
            batch.windowStarts();
            batch.awaitReading(Duration.ZERO);
            batch.windowEnds();
            assertThat(batch.found()).isEmpty();
        }
    }

    @Test
    void secondsThatPassedAtOnceAreAllTold() {
        var seconds = new WindowSeconds(5_000, marks);
        seconds.reach(1_000_004_999L);
        assertThat(marks.seconds).isZero();
        seconds.reach(3_000_005_000L);
        assertThat(marks.seconds).isEqualTo(3);
        seconds.reach(3_000_005_001L);
        assertThat(marks.seconds).isEqualTo(3);
    }

    @Test
    void itIsReadBackFromJsonAndMayBeMissing() throws InterruptedException {
        startAt(10_000);
        watch.collectionEnded("Copy", 10_030, 5);
        endAt(11_000);
        var found = found();
        assertThat(Json.read(Json.line(found), Measurement.Housekeeping.class)).isEqualTo(found);
        var older = "{\"id\":{\"session\":\"s\",\"scenario\":\"x\",\"arm\":\"a\",\"block\":1,\"attempt\":1},"
                + "\"model\":{\"name\":\"m\",\"runtime\":\"r\",\"slots\":1,"
                + "\"ceiling\":{\"computing\":1,\"waiting\":1}},"
                + "\"window\":{\"nanos\":1,\"steady\":true,\"warmUp\":[],\"series\":[]},\"classes\":{},"
                + "\"totals\":{\"calls\":0,\"bytes\":0,\"counters\":{}}}";
        assertThat(Json.read(older, Measurement.class).housekeeping()).isEmpty();
    }

    private Measurement.Housekeeping found() {
        return watch.found().orElseThrow();
    }

    private void startAt(long millis) throws InterruptedException {
        clock.millis = millis;
        watch.windowStarts();
        watch.awaitReading(Duration.ZERO);
    }

    private void endAt(long millis) {
        clock.millis = millis;
        watch.windowEnds();
    }

    private static final class StoppedClock implements NanoClock {
        private long millis;

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public long millisOfDay() {
            return millis;
        }
    }

    private static final class SilentListener implements TrialListener {
        private int seconds;

        @Override
        public void answered() {}

        @Override
        public void ready() {}

        @Override
        public void windowStarts() {}

        @Override
        public void windowEnds() {}

        @Override
        public void secondEnds() {
            seconds++;
        }
    }
}
