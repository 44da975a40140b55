/**
 * One event loop: Vert.x and Project Reactor, each as a single thread that does the I/O and the computation, as asyncio
 * does. Both use Netty's loop, so the loop is written once and only the library's part differs.
 *
 * <pre>
 * {@code
 * run(Work) -> LoopRunner ---> ReadyQueue -one by one-> StepRunner -GET, sleep-> LoopClient
 *              slots, close        ^                        |          VertxClient | ReactorClient
 *                                  |                   StepExecutor                |
 *                                  '-------- ready again --------- HttpReply <-----'
 * }
 * </pre>
 *
 * Vert.x also runs as it is deployed: {@link dev.joust.reactive.VertxLoops} has a loop per core and computes on
 * workers.
 *
 * <pre>
 * {@code
 * run(Work) -> LoopsRunner ---> next loop: StepRunner -GET, sleep-> VertxClient
 *              SlotQueue, close               ^    '-- StepOffload -> worker thread
 *                                             '------ callbacks, at once -------'
 * }
 * </pre>
 *
 * {@link dev.joust.reactive.ReadyQueue} has the rule that decides the outcome: when the loop looks at its I/O.
 */
package dev.joust.reactive;
