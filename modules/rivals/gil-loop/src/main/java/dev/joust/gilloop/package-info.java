/**
 * An event loop behind the interpreter lock, and threads beside it that compute behind the same lock: asyncio with its executor, where
 * {@code vertx-loop} is asyncio alone. The loop is that of {@link dev.joust.reactive.VertxLoop}; what is added is where it gives the
 * lock up.
 *
 * <pre>
 * {@code
 * loop thread  --> GatedIoHandler: has the lock from its first step to its last, but for
 *                    GatedSelector          each select
 *                    GatedSocketChannel     each connect, read and write
 *      |  ^           Offload.tell          telling that a unit is done
 *      v  |
 * pool threads --> GatedTask: has the lock but for native work and files
 * }
 * </pre>
 */
package dev.joust.gilloop;
