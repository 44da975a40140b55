package dev.joust.reactive;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Who goes on when: the units that are ready, first come, first served, and I/O between them. All on the loop's thread.
 *
 * <p>asyncio looks at its sockets once an iteration: it runs the handles that were ready when the iteration began; those that
 * become ready meanwhile wait for the next one. Netty's loop does not: between two looks at its sockets
 * ({@code SingleThreadIoEventLoop.run}) it empties its queue, tasks that join meanwhile included, and looks at the clock only
 * after every 64th task. So computations of 50 ms that each start the next would leave a socket unread for seconds. No setting
 * cures that: the quantum {@code io.netty.eventLoop.maxTaskProcessingQuantumMs} is at least 100 ms, and is looked at after 64
 * tasks as well.
 *
 * <p>Here a unit that becomes ready never runs at once, neither in the task that started it nor in the library's callback that
 * brought its answer. It joins a queue, and one timer without delay is set for the whole queue. Netty moves expired timers to
 * its tasks once, before it runs them, so a timer set meanwhile runs in the next iteration, with a look at the sockets in
 * between. That turn takes the units that were ready when it began, as asyncio does, but ends after the first that computed
 * (or read a file): <b>one computation, then I/O</b>. That is kinder to I/O than asyncio, which would run all computations that
 * are ready; where one computation starts the next they are alike. A unit that computes several times without waiting in
 * between keeps its turn, as a coroutine does.
 *
 * <p>An answer that arrives during a computation is read right after it, and its unit goes on behind those that were ready
 * before: with one chain of computations, after one more of them. Nothing recurses, whoever starts a unit and wherever.
 */
final class ReadyQueue {
    private final EventLoop loop;
    private final Predicate<LoopUnit> turn;
    private final ArrayDeque<LoopUnit> ready = new ArrayDeque<>();
    private boolean coming;
    private long taken;
    private int longest;

    /** @param turn lets a unit go on, and says whether it computed; throws nothing */
    ReadyQueue(EventLoop loop, Predicate<LoopUnit> turn) {
        this.loop = loop;
        this.turn = turn;
    }

    /** The unit goes on when it is its turn, not before I/O was looked at. */
    void ready(LoopUnit unit) {
        ready.add(unit);
        longest = Math.max(longest, ready.size());
        come();
    }

    /** How many turns there were. */
    long taken() {
        return taken;
    }

    /** The most units that were ready at once. */
    int longest() {
        return longest;
    }

    private void come() {
        if (!coming && !ready.isEmpty()) {
            coming = true;
            loop.schedule(this::take, 0, TimeUnit.NANOSECONDS);
        }
    }

    private void take() {
        coming = false;
        taken++;
        boolean computed = false;
        for (int left = ready.size(); left > 0 && !computed; left--) {
            computed = turn.test(ready.remove());
        }
        come();
    }
}
