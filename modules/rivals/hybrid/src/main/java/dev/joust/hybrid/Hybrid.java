package dev.joust.hybrid;

import dev.joust.processes.Workers;
import dev.joust.reactive.VertxLoop;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import io.vertx.core.transport.Transport;
import java.io.IOException;

/**
 * One event loop for I/O, and one forked worker JVM per core for the steps that compute. In CPython this is asyncio
 * with a {@code ProcessPoolExecutor}, which articles often recommend.
 *
 * <p><b>Wins</b> when units both wait and compute. The loop holds thousands of calls and no computation blocks it, and
 * the workers use every core.
 *
 * <p><b>Loses</b> to a loop alone when nothing computes, by the memory of the workers. Loses to free threads
 * everywhere, because they need no handover of steps and lack nothing that it has. Loses to {@code processes} when
 * units only compute, by the way through the loop.
 *
 * <p><b>Costs</b> what {@link VertxLoop} and {@link Workers} cost, two threads per worker that wait, and per step that
 * computes a hop to a thread, a hop to a worker, and both back.
 *
 * <p><b>Options</b>: none. A worker that ends fails the unit whose step it had.
 */
public final class Hybrid implements ConcurrencyModel {
    @Override
    public String name() {
        return "hybrid";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return Ceiling.ofCores(cores, slots);
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        new Options(name(), setup.options()).known(options());
        var executor = WorkerStepExecutor.start(setup);
        try {
            return VertxLoop.serve(setup, door, Transport.NIO, executor, loop -> new HybridRunner(loop, executor));
        } catch (IOException | RuntimeException | Error e) {
            executor.close();
            throw e;
        }
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options());
        var executor = WorkerStepExecutor.start(setup);
        try {
            return new HybridRunner(VertxLoop.start(setup, Transport.NIO, executor), executor);
        } catch (RuntimeException | Error e) {
            executor.close();
            throw e;
        }
    }
}
