package dev.joust.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.blocking.LockedTask;
import dev.joust.blocking.RunLock;
import dev.joust.scenario.Step;
import dev.joust.trial.Activity;
import dev.joust.trial.Calibration;
import dev.joust.trial.TaskBody;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TimedTaskTest {
    private static final Step SPIN = new Step.Spin(Duration.ofMillis(20));
    private static final double SPIN_NANOS = 20e6;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final TimedTask task =
            new TimedTask(new LockedTask(new TaskBody(new Calibration(Map.of()), Path.of(".")), RunLock.NONE));

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aComputationOnALoopIsATurnOfIt() throws Exception {
        onLoop(); // else its thread may not have begun
        var before = task.activity();
        onLoop();
        var after = task.activity();
        assertThat(after.longest().get(Activity.LOOP_TURN)).isGreaterThanOrEqualTo(SPIN_NANOS);
        assertThat(after.integrals().get(Activity.LOOP_BUSY))
                .isGreaterThan(before.integrals().get(Activity.LOOP_BUSY) + SPIN_NANOS / 10);
        assertThat(task.activity().longest().get(Activity.LOOP_TURN))
                .as("the longest since the last reading")
                .isZero();
    }

    @Test
    void aComputationOnAWorkerKeepsNoLoop() throws Exception {
        await(vertx.executeBlocking(() -> task.result(SPIN, 1)));
        assertThat(task.activity().longest().get(Activity.LOOP_TURN)).isZero();
    }

    private void onLoop() throws Exception {
        var done = Promise.<Long>promise();
        vertx.getOrCreateContext().runOnContext(_ -> {
            try {
                done.complete(task.result(SPIN, 1));
            } catch (IOException e) {
                done.fail(e);
            }
        });
        await(done.future());
    }

    private static void await(Future<Long> future) throws Exception {
        assertThat(future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isZero();
    }
}
