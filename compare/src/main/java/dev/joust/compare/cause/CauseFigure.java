package dev.joust.compare.cause;

/** A figure of one trial that a rule looks at. A class of work is the one that the metric is about. */
enum CauseFigure {
    /** The response time of the class in ms: the metric's percentile, else the mean. At least that, with unfinished. */
    RESPONSE,
    /** What a unit of the class waits for by itself, in ms: delays and sleeps, or what the service took where more. */
    WAITS,
    /** The calibrated CPU time of a unit of the class, in ms. */
    OWN_CPU,
    /** How often a unit of the class comes back from a wait. */
    RETURNS,
    /** Units of the class done per second. */
    RATE,
    /** Units of the class that were unfinished when the trial ended. */
    UNFINISHED,
    /** The mean number of units in flight, of all classes. */
    IN_FLIGHT,
    /** The most units that the model runs at once. */
    SLOTS,
    /** How many units the model can compute at once. */
    COMPUTING,
    /** The cores that the trial has, or its quota. */
    CORES,
    /** The CPU time of the process tree per second, in cores. */
    CPU,
    /** The mean number of threads of the process tree that were ready and had no core. */
    WITHOUT_CORE,
    /** The share of the window in which the lock was held. */
    LOCK_HELD,
    /** The mean number of threads that waited for the lock. */
    LOCK_WAITING,
    /** The lock's interval in ms. */
    LOCK_INTERVAL,
    /** The share of the window for which the loop's thread ran; the mean over several loops. */
    LOOP_BUSY,
    /** The longest time for which one unit kept the loop from its I/O, in ms. */
    LOOP_TURN,
    /** How long the driver took to hand over 99 % of a batch, as a share of the makespan. */
    HANDOVER_SHARE,
    /** The steps of a unit of each class that need the process's one monitor. */
    MONITORS
}
