package dev.joust.fidelity;

/**
 * What a probe process is to measure.
 *
 * @param probe its name, see {@link Probes}
 * @param lock under which it runs; CPython has only the interval to choose
 * @param threads that compute
 * @param seconds how long one sample takes
 * @param argument of this probe alone: the port of {@code echo-client}, the seconds that {@code echo-server} lets its threads compute
 *     alone, the milliseconds of {@code uninterruptible}'s task; 0 for the others
 */
public record ProbeOrder(String probe, LockSetting lock, int threads, double seconds, double argument) {}
