package dev.joust.gilloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.StubService;
import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpResponseExpectation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which code holds the lock while a Vert.x loop runs on the lock-releasing transport. */
@Timeout(10)
class LoopLockTest {
    private static final String CALL = "/call?delay=0ns&bytes=5&key=0000000000000000";

    /** Longer than the test may take: JUnit then shows every thread before it interrupts this wait. */
    private static final Duration CALLBACKS = Duration.ofMinutes(1);

    /** What a request calls back for. */
    private enum Callback {
        SENT,
        HEAD,
        PIECE,
        END
    }

    private final InterpreterLock lock = new InterpreterLock(Duration.ofMillis(1), true, new HandoverPolicy.Fifo());
    private final Vertx vertx =
            Vertx.builder().withTransport(LockReleasingTransport.of(lock)).build();

    @AfterEach
    void end() {
        vertx.close().await();
    }

    @Test
    void aTaskAndATimerHoldTheLock() throws Exception {
        var task = new CompletableFuture<Void>();
        var timer = new CompletableFuture<Void>();
        var context = vertx.getOrCreateContext();
        context.runOnContext(v -> {
            checkHeld(task);
            vertx.timer(1, TimeUnit.NANOSECONDS).onSuccess(fired -> checkHeld(timer));
        });
        task.get();
        timer.get();
    }

    @Test
    void allCallbacksOfARequestHoldTheLock() throws Exception {
        var callbacks = new EnumMap<Callback, CompletableFuture<Void>>(Callback.class);
        for (var callback : Callback.values()) {
            callbacks.put(callback, new CompletableFuture<>());
        }
        var failed = new CompletableFuture<Void>();
        var client = vertx.createHttpClient(); // closed by a collector where nothing refers to it
        try (var service = StubService.started()) {
            var address = service.address();
            client.request(HttpMethod.GET, address.getPort(), address.getHost(), CALL)
                    .onFailure(failed::completeExceptionally)
                    .onSuccess(request -> {
                        request.response()
                                .expecting(HttpResponseExpectation.SC_OK)
                                .onFailure(failed::completeExceptionally)
                                .onSuccess(response -> {
                                    checkHeld(callbacks.get(Callback.HEAD));
                                    response.handler(bytes -> checkHeld(callbacks.get(Callback.PIECE)));
                                    response.end()
                                            .onFailure(failed::completeExceptionally)
                                            .onSuccess(v -> checkHeld(callbacks.get(Callback.END)));
                                });
                        request.end()
                                .onFailure(failed::completeExceptionally)
                                .onSuccess(v -> checkHeld(callbacks.get(Callback.SENT)));
                    });
            var all = CompletableFuture.allOf(callbacks.values().toArray(CompletableFuture[]::new));
            assertThat(CompletableFuture.anyOf(all, failed))
                    .as(() -> "callbacks: " + callbacks + ", the service: " + service.stats())
                    .succeedsWithin(CALLBACKS);
        } finally {
            client.close().await();
        }
    }

    @Test
    void noThreadHoldsTheLockWhileTheLoopWaitsInSelect() throws Exception {
        var ran = new CompletableFuture<Void>();
        vertx.getOrCreateContext().runOnContext(v -> checkHeld(ran));
        ran.get();
        lock.acquire(); // would not return if the loop kept the lock
        lock.release();
    }

    @Test
    void theLoopWaitsForTheLockBeforeItRunsAnything() throws Exception {
        var ran = new CompletableFuture<Void>();
        var again = new CompletableFuture<Void>();
        var context = vertx.getOrCreateContext();
        lock.acquire();
        context.runOnContext(v -> ran.complete(null));
        while (contended() == 0) {
            Thread.onSpinWait();
        }
        assertThat(ran).isNotDone();
        lock.release();
        ran.get();

        long contended = contended();
        lock.acquire();
        context.runOnContext(v -> again.complete(null));
        while (contended() == contended) {
            Thread.onSpinWait();
        }
        assertThat(again).isNotDone();
        lock.release();
        again.get();
    }

    /** How often the lock was found held. */
    private long contended() {
        return lock.statistics().acquisitions().contended();
    }

    /** Completes the future if the calling thread holds the lock: only then can it release it. */
    private void checkHeld(CompletableFuture<Void> checked) {
        try {
            lock.release();
            lock.acquire();
            checked.complete(null);
        } catch (IllegalMonitorStateException e) {
            checked.completeExceptionally(e);
        }
    }
}
