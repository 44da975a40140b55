package dev.joust.fidelity;

/**
 * What a probe process measures.
 *
 * @param probe its name, see {@link Probes}
 * @param lock the lock to measure; CPython uses the interval only
 * @param threads how many threads compute
 * @param seconds how long a sample takes
 * @param argument of this probe only: the port of {@code echo-client}; the seconds for which {@code echo-server} lets
 *     its threads compute alone; the milliseconds of {@code uninterruptible}'s task; 0 for the others
 */
public record ProbeOrder(String probe, LockSetting lock, int threads, double seconds, double argument) {}
