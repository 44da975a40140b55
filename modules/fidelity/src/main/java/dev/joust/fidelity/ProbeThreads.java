package dev.joust.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/** Threads that run one body together. A thread that joins them must not hold a lock that they need. */
final class ProbeThreads {
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** Starts this many platform threads on any cores; the body gets each thread's number. */
    static ProbeThreads start(int count, IntConsumer body) {
        return start(count, ThreadPlacement.ANYWHERE, body);
    }

    /** Starts this many platform threads, placed from number 1 on: the caller may be 0. The body gets their numbers. */
    static ProbeThreads start(int count, ThreadPlacement placement, IntConsumer body) {
        var started = new ProbeThreads();
        for (int i = 0; i < count; i++) {
            int number = i;
            started.threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("probe-" + number)
                    .uncaughtExceptionHandler((thread, failure) -> started.failures.add(failure))
                    .unstarted(() -> {
                        placement.place(number + 1);
                        body.accept(number);
                    }));
        }
        started.threads.forEach(Thread::start);
        return started;
    }

    /** @throws IllegalStateException when one of them failed */
    void join() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a thread of the probe failed", failures.peek());
        }
    }
}
