package dev.joust.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What the referee writes to this process after the order: its readings, and the end, which means stop. */
final class RefereeInput {
    private final BufferedReader in;
    private final Runnable stop;
    private final Semaphore readings = new Semaphore(0);

    /**
     * @param stop runs at the end of the input
     */
    RefereeInput(BufferedReader in, Runnable stop) {
        this.in = in;
        this.stop = stop;
    }

    /** Reads from now on, on a daemon thread. */
    void listen() {
        Thread.ofPlatform().name("referee-input").daemon().start(this::readAll);
    }

    /** Forgets a reading that came too late. Call it before a mark is sent. */
    void expectReading() {
        readings.drainPermits();
    }

    /** Waits for the reading at the last mark, once. False when it does not come within this time. */
    boolean awaitReading(Duration limit) throws InterruptedException {
        return readings.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void readAll() {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (isReading(line)) {
                    readings.release();
                }
            }
        } catch (IOException e) {
            System.err.println("standard input broke: " + e.getMessage());
        }
        stop.run();
    }

    /** Other lines are ignored, so that a later referee may say more. */
    private static boolean isReading(String line) {
        try {
            return Json.read(line, Message.class) instanceof Message.UsageRead;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
