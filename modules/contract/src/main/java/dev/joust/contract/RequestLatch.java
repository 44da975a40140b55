package dev.joust.contract;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds the requests that arrive at a {@link StubService} until it opens. It never closes again. For any thread. */
public final class RequestLatch implements AutoCloseable {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Semaphore arrived = new Semaphore(0);

    RequestLatch() {}

    static RequestLatch opened() {
        var latch = new RequestLatch();
        latch.open();
        return latch;
    }

    /** Waits until this many more requests have arrived; false when the patience ends first. */
    public boolean arrivals(int count, Duration patience) throws InterruptedException {
        return arrived.tryAcquire(count, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void pass() throws InterruptedException {
        arrived.release();
        opened.await();
    }

    /** Lets all requests through, also later ones. */
    public void open() {
        opened.countDown();
    }

    @Override
    public void close() {
        open();
    }
}
