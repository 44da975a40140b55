package dev.joust.fidelity;

/** One measurement. Warms up by itself: whatever a JVM does in its first half second is no sample. */
@FunctionalInterface
interface Probe {
    /** Measures on the calling thread, which ends up without the lock. */
    Values measure(ProbeOrder order) throws Exception;
}
