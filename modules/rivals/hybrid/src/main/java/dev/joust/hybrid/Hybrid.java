package dev.joust.hybrid;

import dev.joust.processes.Workers;
import dev.joust.reactive.VertxLoop;
import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import io.vertx.core.transport.Transport;

/**
 * One event loop for the I/O and forked worker JVMs, as many as cores, for everything that computes: the advice that articles end with,
 * asyncio with a {@code ProcessPoolExecutor}.
 *
 * <p><b>Wins</b> where units both wait and compute: the loop holds thousands of calls and is never kept from them by a computation,
 * and the workers use every core.
 *
 * <p><b>Loses</b> to a loop alone where there is nothing to compute, by the memory of its workers; to free threads everywhere, by what
 * it pays for each step that is handed over, for it has nothing that they do not have; and to {@code processes} when units only compute, by
 * the way through the loop.
 *
 * <p><b>Costs</b> what {@link VertxLoop} costs and what {@link Workers} cost, two parked threads a worker, and for each step that
 * computes a hop to a thread, one to a worker and both back.
 *
 * <p>It knows no options. A worker that dies fails the unit whose step it had.
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
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known();
        var labour = WorkerStepExecutor.started(setup);
        try {
            return new HybridRunner(VertxLoop.start(setup, Transport.NIO, labour), labour);
        } catch (RuntimeException | Error e) {
            labour.close();
            throw e;
        }
    }
}
