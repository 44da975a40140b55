package dev.joust.trial;

/** Told by the driver, on its thread, when the measured window starts and ends; the referee reads the processes from outside then. */
interface WindowListener {
    WindowListener NONE = new WindowListener() {
        @Override
        public void windowStarts() {}

        @Override
        public void windowEnds() {}
    };

    void windowStarts();

    void windowEnds();
}
