package dev.joust.reactive;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import java.io.IOException;

/**
 * Project Reactor with Reactor Netty on a single event loop. One thread reads the sockets, runs the timers, computes
 * and reads files, as asyncio does. Reactor starts no scheduler of its own.
 *
 * <p><b>Wins</b> when units wait, as any event loop: a unit in flight costs heap, but no stack and no context switch.
 * Bodies are digested in the buffers in which Netty received them, without the copy that Vert.x makes.
 *
 * <p><b>Loses</b> as soon as units compute: one computes at a time, and all others wait for it. Native work and files
 * block the loop as computation does; asyncio has no file I/O either.
 *
 * <p><b>Costs</b> one core at most, a connection per unit in flight, and per request a chain of operators to assemble
 * and subscribe to.
 *
 * <p>{@link ReadyQueue} decides when the loop reads I/O between computations, for both loops of this package. The
 * transport is the JDK's selector: HTTP/1.1 with keep-alive, no compression, no retry, no timeout of its own. It has no
 * options.
 */
public final class ReactorLoop implements ConcurrencyModel {

    @Override
    public String name() {
        return "reactor-loop";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return new Ceiling(1, slots);
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        new Options(name(), setup.options()).known(options());
        var client = new ReactorClient(setup.service(), setup.slots());
        var runner = new LoopRunner(setup, client);
        return LoopServer.open(runner, () -> client.open(door, runner));
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known(options());
        return new LoopRunner(setup, new ReactorClient(setup.service(), setup.slots()));
    }
}
