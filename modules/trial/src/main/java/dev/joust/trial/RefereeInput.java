package dev.joust.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the referee writes to this process after the order: its messages, and the end, which means stop. */
final class RefereeInput {
    private final BufferedReader in;
    private final Runnable stop;
    private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();

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
        messages.clear();
    }

    /** Waits for the reading at the last mark, once. False when it does not come within this time. */
    boolean awaitReading(Duration limit) throws InterruptedException {
        long deadline = NanoClock.SYSTEM.nanos() + limit.toNanos();
        Message message;
        do {
            message = messages.poll(deadline - NanoClock.SYSTEM.nanos(), TimeUnit.NANOSECONDS);
        } while (message != null && !(message instanceof Message.UsageRead));
        return message != null;
    }

    /** Waits for the next message, however long that takes. */
    Message next() throws InterruptedException {
        return messages.take();
    }

    private void readAll() {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                read(line);
            }
        } catch (IOException e) {
            System.err.println("standard input broke: " + e.getMessage());
        }
        stop.run();
    }

    /** Other lines are ignored, so that a later referee may say more. */
    private void read(String line) {
        try {
            messages.add(Json.read(line, Message.class));
        } catch (IllegalArgumentException e) {
            System.err.println("the referee said what is no message: " + e.getMessage());
        }
    }
}
