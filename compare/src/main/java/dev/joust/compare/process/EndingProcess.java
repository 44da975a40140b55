package dev.joust.compare.process;

import java.time.Duration;

/** A process that ends by itself after its last message. */
@FunctionalInterface
public interface EndingProcess {
    /**
     * Waits for the end to which it comes without being told to stop. A process that is told drops the files that it
     * has not written. False when it is late or fails.
     */
    boolean endsWithin(Duration limit) throws InterruptedException;
}
