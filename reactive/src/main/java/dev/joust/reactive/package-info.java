/**
 * One event loop: Vert.x and Project Reactor, each as a single thread that does the I/O and the computation, as asyncio does. Both
 * stand on Netty's loop, so what makes a loop a loop is written once and only the library's own part differs.
 *
 * <pre>
 * {@code
 * run(work) --> LoopRunner --admitted--> Turns --one by one--> Steps --GET, sleep--> LoopClient
 *               slots, end                 ^                                      VertxClient | ReactorClient
 *                                          '-------ready again------- Reply <-----------------'
 * }
 * </pre>
 *
 * {@link dev.joust.reactive.ReadyQueue} holds the rule that decides the outcome: when I/O is looked at.
 */
package dev.joust.reactive;
