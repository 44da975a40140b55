package dev.joust.processes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks again and again whether somebody is late, as often as fits the deadline: a unit past it is found within an eighth of it more. */
final class DeadlineWatch implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration SELDOM = Duration.ofSeconds(1);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Duration pause;
    private final Runnable look;

    DeadlineWatch(Duration deadline, Runnable look) {
        var eighth = deadline.dividedBy(8);
        this.pause = eighth.compareTo(OFTEN) < 0 ? OFTEN : eighth.compareTo(SELDOM) > 0 ? SELDOM : eighth;
        this.look = look;
    }

    void start() {
        new WorkerThread("processes-deadlines", this::watch).start();
    }

    private void watch() {
        try {
            while (!over.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                look.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
