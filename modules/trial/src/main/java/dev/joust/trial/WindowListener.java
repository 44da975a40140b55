package dev.joust.trial;

/** The driver calls it on its own thread at both ends of the measured window. */
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
