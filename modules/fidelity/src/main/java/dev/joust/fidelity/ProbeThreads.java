package dev.joust.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/** Threads that do one thing together. Whoever waits for them does not hold the lock that they want. */
final class ProbeThreads {
    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    /** Starts so many platform threads; each is told its number. */
    static ProbeThreads start(int count, IntConsumer body) {
        var crew = new ProbeThreads();
        for (int i = 0; i < count; i++) {
            int number = i;
            crew.threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("probe-" + number)
                    .uncaughtExceptionHandler((thread, failure) -> crew.failures.add(failure))
                    .unstarted(() -> body.accept(number)));
        }
        crew.threads.forEach(Thread::start);
        return crew;
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
