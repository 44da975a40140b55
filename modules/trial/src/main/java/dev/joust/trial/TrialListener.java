package dev.joust.trial;

/** Learns how far a trial is, on the thread that runs it. */
interface TrialListener extends WindowListener {
    TrialListener NONE = new TrialListener() {
        @Override
        public void answered() {}

        @Override
        public void ready() {}

        @Override
        public void windowStarts() {}

        @Override
        public void windowEnds() {}
    };

    /** The first unit of each class was answered right. */
    void answered();

    /** The trial is set up. A batch has warmed up by now; a closed load warms up as it runs. */
    void ready();
}
