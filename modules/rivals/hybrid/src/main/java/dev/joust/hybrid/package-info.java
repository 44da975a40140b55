/**
 * An event loop that computes nothing, and forked workers that do nothing else.
 *
 * <pre>
 * loop thread   {@link dev.joust.reactive.VertxLoop}: sockets and timers
 *      |  ^
 *      v  |
 * two threads a worker   ByWorkers: hand a step over, wait for its result
 *      |  ^
 *      v  |
 * worker JVMs   {@link dev.joust.processes.Workers}: compute, native work, files
 * </pre>
 */
package dev.joust.hybrid;
