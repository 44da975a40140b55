package dev.joust.reactive;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.util.List;

/**
 * Eclipse Vert.x 5 as it is deployed: an event loop per core, and a pool of {@value VertxClient#WORKER_THREADS} worker
 * threads. Calls and timers run on the loops. Whatever blocks a loop goes to the workers by {@code executeBlocking}:
 * computation, native work, files and payloads.
 *
 * <p><b>Wins</b> when units both wait and compute. Thousands of calls in flight cost heap and no stack, no computation
 * delays them, and computations use every core.
 *
 * <p><b>Loses</b> to {@link VertxLoop} when nothing computes and one loop suffices, by the traffic between loops and
 * connections. Loses to free threads when units only compute, by two hops between threads per step. Past {@value
 * VertxClient#WORKER_THREADS} steps at once, further ones queue, also those that only wait for a file.
 *
 * <p><b>Costs</b> a thread per core and the worker threads, a connection per unit in flight, per step that blocks two
 * wake-ups, and a rule that every author must keep: never block the loop.
 *
 * <p>A unit keeps its loop, and units take the loops in turn, as connections do that a server accepts. Steps of one
 * loop
 * run side by side on the workers ({@code ordered = false}). A unit goes on at once in the callback that brings its
 * answer. The loops do not take turns by {@link ReadyQueue}, because nothing blocks them: compare/decisions/0025. It
 * has
 * no options.
 */
public final class VertxLoops implements ConcurrencyModel {

    @Override
    public String name() {
        return "vertx-loops";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return new Ceiling(Math.min(VertxClient.WORKER_THREADS, Math.min(cores, slots)), slots);
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        var loops = loops(setup);
        var runner = new LoopsRunner(setup, loops);
        return LoopServer.open(runner, () -> VertxClient.open(loops, door, runner));
    }

    @Override
    public WorkRunner start(Setup setup) {
        return new LoopsRunner(setup, loops(setup));
    }

    private List<VertxClient> loops(Setup setup) {
        new Options(name(), setup.options()).known(options());
        int loops = Math.min(setup.cores(), setup.slots());
        return VertxClient.start(setup.service(), setup.slots(), Transport.NIO, loops);
    }
}
