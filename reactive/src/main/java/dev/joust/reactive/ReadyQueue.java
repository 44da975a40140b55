package dev.joust.reactive;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The units that are ready to go on: first come, first served, with I/O between computations. On the loop's thread.
 *
 * <p>asyncio looks at its sockets once per iteration. An iteration runs the handles that were ready when it began; a
 * handle that becomes ready meanwhile waits for the next iteration. Netty's loop ({@code SingleThreadIoEventLoop.run})
 * does not. Between two looks at its sockets it empties its queue, including tasks that join meanwhile, and reads the
 * clock only after every 64th task. So computations of 50 ms that each start the next would leave a socket unread for
 * seconds. No setting changes that: the quantum {@code io.netty.eventLoop.maxTaskProcessingQuantumMs} is at least 100
 * ms, and is checked after 64 tasks too.
 *
 * <p>Here a unit that becomes ready never runs at once, neither in the task that started it nor in the callback that
 * brought its answer. It joins a queue, and one timer without delay is set for the whole queue. Netty moves expired
 * timers to its tasks once, before it runs them. So a timer that is set meanwhile runs in the next iteration, after a
 * look at the sockets. That iteration advances the units that were ready when it began, as asyncio does, but ends after
 * the first that computed or read a file: <b>one computation, then I/O</b>. That favours I/O more than asyncio, which
 * would run all computations that are ready; where one computation starts the next, they are alike. A unit that
 * computes several times without a wait in between is not interrupted, as a coroutine is not.
 *
 * <p>An answer that arrives during a computation is read right after it. Its unit goes on behind those that were ready
 * before: with one chain of computations, after one more of them. Nothing recurses, whatever starts a unit.
 */
final class ReadyQueue {
    private final EventLoop loop;
    private final Predicate<LoopUnit> advance;
    private final ArrayDeque<LoopUnit> ready = new ArrayDeque<>();
    private boolean scheduled;
    private long iterations;
    private int maxReady;

    /** @param advance takes a unit to its next wait, and returns whether it computed; throws nothing */
    ReadyQueue(EventLoop loop, Predicate<LoopUnit> advance) {
        this.loop = loop;
        this.advance = advance;
    }

    /** Queues a unit that can go on. It does so after a look at the I/O. */
    void add(LoopUnit unit) {
        ready.add(unit);
        maxReady = Math.max(maxReady, ready.size());
        schedule();
    }

    long iterations() {
        return iterations;
    }

    /** The most units that were ready at once. */
    int maxReady() {
        return maxReady;
    }

    private void schedule() {
        if (!scheduled && !ready.isEmpty()) {
            scheduled = true;
            loop.schedule(this::iterate, 0, TimeUnit.NANOSECONDS);
        }
    }

    private void iterate() {
        scheduled = false;
        iterations++;
        boolean computed = false;
        for (int left = ready.size(); left > 0 && !computed; left--) {
            computed = advance.test(ready.remove());
        }
        schedule();
    }
}
