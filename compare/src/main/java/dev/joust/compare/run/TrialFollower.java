package dev.joust.compare.run;

import dev.joust.compare.process.EndingProcess;

/** Follows a trial beside its runner, on the runner's thread. */
interface TrialFollower {
    /** Follows nothing. */
    TrialFollower NONE = new TrialFollower() {};

    /** The reading at the start of the window is taken. The window starts as soon as the process is told. */
    default void windowStarts() {}

    /** The window has ended. */
    default void windowEnds() {}

    /** The trial has measured. The process of its model, which may still have files to write, is ended next. */
    default void measured(EndingProcess process) throws InterruptedException {}
}
