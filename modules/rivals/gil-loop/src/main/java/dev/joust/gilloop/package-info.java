/**
 * An event loop behind the interpreter lock, and threads beside it that compute behind the same lock. It is asyncio
 * with its executor, where {@code vertx-loop} is asyncio alone. The loop is that of
 * {@link dev.joust.reactive.VertxLoop}; this package adds where it releases the lock.
 *
 * <pre>
 * {@code
 * loop thread  --> LockReleasingIoHandler: holds the lock from start to end, except in
 *                    LockReleasingSelector                 each select
 *                    LockReleasingSocketChannel            each connect, read and write
 *      |  ^           OffloadingStepExecutor.runCompletion  the completion of a unit
 *      v  |
 * pool threads --> LockedTask: holds the lock, except in native work and files
 * }
 * </pre>
 */
package dev.joust.gilloop;
