package dev.joust.fidelity;

/** One measurement. Warms up itself: what a JVM does in its first half second is no sample. */
@FunctionalInterface
interface Probe {
    /** Measures on the calling thread, which does not hold the lock afterwards. */
    Values measure(ProbeOrder order) throws Exception;
}
