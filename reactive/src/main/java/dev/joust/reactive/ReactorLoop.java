package dev.joust.reactive;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;

/**
 * Project Reactor with Reactor Netty on a single event loop: one thread reads the sockets, runs the timers, computes and reads
 * files, as asyncio does. No scheduler of Reactor's own is started.
 *
 * <p><b>Wins</b> when units wait, as any event loop: a unit in flight costs heap, no stack and no context switch. Bodies are
 * digested where Netty received them, without the copy that Vert.x makes.
 *
 * <p><b>Loses</b> as soon as units compute: one at a time, and all others late by it; native work and files (asyncio has no file
 * I/O either) block the loop as computation does.
 *
 * <p><b>Costs</b> one core at most; a connection for each unit in flight; for each request a chain of operators to assemble,
 * subscribe to and request through.
 *
 * <p>When I/O is looked at between computations is decided by {@link ReadyQueue}, alike for both loops of this package. The
 * transport is the JDK's selector: HTTP/1.1 with keep-alive, no compression, no second try, no time-outs of its own. It knows no options.
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
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known();
        return new LoopRunner(setup, new ReactorClient(setup.service(), setup.slots()));
    }
}
