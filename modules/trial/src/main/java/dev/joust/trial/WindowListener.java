package dev.joust.trial;

import java.time.Duration;

/**
 * The driver calls it on its own thread at both marks of the measured window. The referee reads the resource usage at
 * each mark: before the first unit of the window is sent, and before the model is closed.
 */
interface WindowListener {
    WindowListener NONE = new WindowListener() {
        @Override
        public void windowStarts() {}

        @Override
        public void windowEnds() {}
    };

    /** The window is about to start: once the reading is taken. */
    void windowStarts();

    void windowEnds();

    /** A whole second of an open load's window has passed, and the window goes on. */
    default void secondEnds() {}

    /** Waits until the referee has taken its reading at the last mark. False when it has not within this time. */
    default boolean awaitReading(Duration limit) throws InterruptedException {
        return true;
    }
}
