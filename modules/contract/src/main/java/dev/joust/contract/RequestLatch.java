package dev.joust.contract;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds the requests that arrive at a {@link StubService} until it is opened, for good. For any thread. */
public final class RequestLatch implements AutoCloseable {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Semaphore arrived = new Semaphore(0);

    RequestLatch() {}

    static RequestLatch opened() {
        var gate = new RequestLatch();
        gate.open();
        return gate;
    }

    /** Waits until so many more requests have arrived; false when they have not in that time. */
    public boolean arrivals(int count, Duration patience) throws InterruptedException {
        return arrived.tryAcquire(count, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void pass() throws InterruptedException {
        arrived.release();
        opened.await();
    }

    /** Lets all requests through, those to come too. */
    public void open() {
        opened.countDown();
    }

    @Override
    public void close() {
        open();
    }
}
