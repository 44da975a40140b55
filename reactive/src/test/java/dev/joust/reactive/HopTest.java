package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Step;
import dev.joust.trial.Checkpoint;
import dev.joust.trial.Setup;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where a step runs that hops. */
final class HopTest {

    @Test
    void aStepHopsToAVirtualThreadOfItsOwn() throws Exception {
        var offload = StepOffload.toVirtualThreads(Loops.BODY);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            threads.add(threadOf(offload));
        }
        assertThat(threads).doesNotHaveDuplicates().allMatch(Thread::isVirtual);
    }

    @Test
    void aStepHopsToAWorkerThreadOfVertx() throws Exception {
        try (var client = VertxClient.start(Setup.NOWHERE, 1, Transport.NIO)) {
            assertThat(threadOf(StepOffload.toWorkers(client, Loops.BODY)).getName())
                    .startsWith("vert.x-worker-thread-");
        }
    }

    @Test
    void aStepThatHopsHasTheSameResult() throws IOException {
        var step = (Step.Compute) Loops.COMPUTE;
        assertThat(StepOffload.toVirtualThreads(Loops.BODY).execute(step, 7))
                .isEqualTo(Loops.BODY.compute(step, 7, Checkpoint.NONE));
    }

    private static Thread threadOf(StepOffload offload) throws Exception {
        var thread = new CompletableFuture<Thread>();
        assertThat(offload.offload(() -> thread.complete(Thread.currentThread())))
                .isTrue();
        return thread.get(30, TimeUnit.SECONDS);
    }
}
