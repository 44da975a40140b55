package dev.joust.gilloop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.contract.StubService;
import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who has the lock while a loop of Vert.x runs on the gated transport. */
@Timeout(10)
class LoopLockTest {
    private final InterpreterLock lock = new InterpreterLock(Duration.ofMillis(1), true, new HandoverPolicy.Fifo());
    private final Vertx vertx =
            Vertx.builder().withTransport(LockReleasingTransport.of(lock)).build();

    @AfterEach
    void end() {
        vertx.close().await();
    }

    @Test
    void aTaskAndATimerHaveTheLock() throws Exception {
        var task = new CompletableFuture<Void>();
        var timer = new CompletableFuture<Void>();
        var context = vertx.getOrCreateContext();
        context.runOnContext(v -> {
            held(task);
            vertx.timer(1, TimeUnit.NANOSECONDS).onSuccess(fired -> held(timer));
        });
        task.get();
        timer.get();
    }

    @Test
    void allThatARequestCallsBackHasTheLock() throws Exception {
        var sent = new CompletableFuture<Void>();
        var head = new CompletableFuture<Void>();
        var piece = new CompletableFuture<Void>();
        var end = new CompletableFuture<Void>();
        try (var service = StubService.started()) {
            var address = service.address();
            vertx.createHttpClient()
                    .request(HttpMethod.GET, address.getPort(), address.getHost(), "/call?delay=0ns&bytes=5&key=0")
                    .onSuccess(request -> {
                        request.response().onSuccess(response -> {
                            held(head);
                            response.handler(bytes -> held(piece));
                            response.end().onSuccess(v -> held(end));
                        });
                        request.end().onSuccess(v -> held(sent));
                    });
            CompletableFuture.allOf(sent, head, piece, end).get();
        }
    }

    @Test
    void nobodyHasTheLockWhileTheLoopWaitsInSelect() throws Exception {
        var ran = new CompletableFuture<Void>();
        vertx.getOrCreateContext().runOnContext(v -> held(ran));
        ran.get();
        lock.acquire(); // for ever, if the loop kept it
        lock.release();
    }

    @Test
    void theLoopWaitsForTheLockBeforeItRunsAnything() throws Exception {
        var ran = new CompletableFuture<Void>();
        var again = new CompletableFuture<Void>();
        var context = vertx.getOrCreateContext();
        lock.acquire();
        context.runOnContext(v -> ran.complete(null));
        while (!lockIsWanted()) {
            Thread.onSpinWait();
        }
        assertThat(ran).isNotDone();
        lock.release();
        ran.get();

        double contended = lock.counters().get("contended");
        lock.acquire();
        context.runOnContext(v -> again.complete(null));
        while (lock.counters().get("contended") == contended) {
            Thread.onSpinWait();
        }
        assertThat(again).isNotDone();
        lock.release();
        again.get();
    }

    private boolean lockIsWanted() {
        return lock.counters().get("contended") > 0;
    }

    /** Only who holds the lock can release it. */
    private void held(CompletableFuture<Void> told) {
        try {
            lock.release();
            lock.acquire();
            told.complete(null);
        } catch (IllegalMonitorStateException e) {
            told.completeExceptionally(e);
        }
    }
}
