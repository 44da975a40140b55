package dev.joust.reactive;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import io.vertx.core.transport.Transport;

/**
 * Eclipse Vert.x 5 on a single event loop: one thread reads the sockets, runs the timers, computes and reads files, as asyncio
 * does. There is no worker pool and no second loop.
 *
 * <p><b>Wins</b> when units wait: thousands of calls or timers in flight cost a heap object each, no stack and no context
 * switch, and no lock is ever contended.
 *
 * <p><b>Loses</b> as soon as units compute: one computes at a time whatever the machine has, and while it does nothing is read,
 * no timer fires, and every unit in flight is late by what is left of it. Native work that would release a lock elsewhere blocks
 * here as any other, and so do files, which have no readiness to wait for (asyncio has no file I/O either).
 *
 * <p><b>Costs</b> one core at most; a connection for each unit in flight; a copy of each piece of a body out of Netty's pooled
 * memory, which Vert.x makes before it hands the piece out; an idle thread (the blocked-thread checker cannot be left out; it is
 * set to look once a year, since this loop is blocked on purpose).
 *
 * <p>When I/O is looked at between computations is decided by {@link ReadyQueue}, alike for both loops of this package. The
 * transport is the JDK's selector: HTTP/1.1 with keep-alive, no pipelining, no compression, no time-outs of its own. It knows no options.
 */
public final class VertxLoop implements ConcurrencyModel {

    @Override
    public String name() {
        return "vertx-loop";
    }

    @Override
    public Ceiling ceiling(int cores, int slots) {
        return new Ceiling(1, slots);
    }

    @Override
    public WorkRunner start(Setup setup) {
        new Options(name(), setup.options()).known();
        return new LoopRunner(setup, new VertxClient(setup.service(), setup.slots(), Transport.NIO));
    }

    /**
     * This loop on another transport and with other labour, for models that are a loop and something besides. Options are theirs to
     * check.
     *
     * @param transport whose channels and selector the loop uses
     */
    public static WorkRunner start(Setup setup, Transport transport, StepExecutor labour) {
        return new LoopRunner(setup, new VertxClient(setup.service(), setup.slots(), transport), labour);
    }
}
