package dev.joust.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Flight Recorder events of two holds: by the test's thread, which gets a request, and by another thread. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockEventsTest {
    private static final List<String> EVENTS =
            List.of("dev.joust.LockWait", "dev.joust.LockHold", "dev.joust.LockSwitch");

    @TempDir
    Path folder;

    @Test
    void aRecordingThatEnablesNoEventGetsNone() throws Exception {
        assertThat(recorded(List.of())).isEmpty();
    }

    @Test
    void aRecordingThatEnablesThemGetsWaitsHoldsAndSwitches() throws Exception {
        var events = recorded(EVENTS);
        var wait = only(events, "dev.joust.LockWait");
        assertThat(wait.getThread().getJavaName()).isEqualTo("other");
        assertThat(wait.getInt("intervals")).isEqualTo(2);
        assertThat(wait.getInt("requests")).isEqualTo(1);
        var holds = events.stream().filter(named("dev.joust.LockHold")).toList();
        assertThat(holds).extracting(e -> e.getBoolean("requested")).containsExactlyInAnyOrder(true, false);
        assertThat(holds).extracting(e -> e.getBoolean("polled")).containsOnly(false);
        assertThat(events.stream().filter(named("dev.joust.LockSwitch")))
                .extracting(e -> e.getLong("number"))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    private static RecordedEvent only(List<RecordedEvent> events, String name) {
        var found = events.stream().filter(named(name)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Predicate<RecordedEvent> named(String name) {
        return event -> event.getEventType().getName().equals(name);
    }

    private List<RecordedEvent> recorded(List<String> enabled) throws Exception {
        try (var recording = new Recording()) {
            enabled.forEach(recording::enable);
            recording.start();
            twoHolds();
            recording.stop();
            var file = folder.resolve("holds.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(e -> EVENTS.contains(e.getEventType().getName()))
                    .toList();
        }
    }

    private static void twoHolds() throws Exception {
        var mutex = new ManualMutex();
        var lock = new InterpreterLock(Duration.ofMillis(5), true, mutex, new ReentrantLock(), System::nanoTime);
        var other = new FutureTask<>(
                () -> {
                    lock.acquire();
                    lock.release();
                },
                null);
        lock.acquire();
        Thread.ofPlatform().name("other").daemon().start(other);
        mutex.awaitNextWait();
        mutex.expire();
        mutex.awaitNextWait();
        lock.release();
        other.get();
    }
}
