/**
 * The model {@code hybrid}: an event loop for I/O, and forked workers for the steps that compute.
 *
 * <pre>
 * loop thread   {@link dev.joust.reactive.VertxLoop}: sockets and timers
 *      |  ^
 *      v  |
 * two threads per worker   WorkerStepExecutor: hand a step over, wait for its result
 *      |  ^
 *      v  |
 * worker JVMs   {@link dev.joust.processes.Workers}: compute, native work, files
 * </pre>
 */
package dev.joust.hybrid;
