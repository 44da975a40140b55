package dev.joust.reactive;

import dev.joust.trial.Ceiling;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Options;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import io.vertx.core.transport.Transport;

/**
 * Eclipse Vert.x 5 on one loop that computes. It is asyncio in Java, not Vert.x as it is deployed, which is {@link
 * VertxLoops}. One thread reads the sockets, runs the timers, computes and reads files, as asyncio does.
 * No worker pool takes part, and no second loop.
 *
 * <p><b>Wins</b> when units wait: of thousands of calls or timers in flight each costs a heap object, but no stack and
 * no context switch, and no lock is contended.
 *
 * <p><b>Loses</b> as soon as units compute. One computes at a time, whatever the cores. Meanwhile the loop reads
 * nothing and fires no timer, and every unit in flight waits for the rest of the computation. Native work, which
 * releases the lock elsewhere, blocks the loop too. So do files, since a selector cannot wait for them; asyncio has no
 * file I/O either.
 *
 * <p><b>Costs</b> one core at most, a connection per unit in flight, and a copy of each piece of a body out of Netty's
 * pooled memory, which Vert.x makes. It also costs an idle thread: the blocked-thread checker cannot be left out. It
 * checks once a year, since this loop blocks on purpose.
 *
 * <p>{@link ReadyQueue} decides when the loop reads I/O between computations, for both loops of this package. The
 * transport is the JDK's selector: HTTP/1.1 with keep-alive, no pipelining, no compression, no timeout of its own. It
 * has no options.
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
        new Options(name(), setup.options()).known(options());
        return new LoopRunner(setup, VertxClient.start(setup.service(), setup.slots(), Transport.NIO));
    }

    /**
     * Starts this loop on another transport and with another step executor, for a model that adds something to a loop.
     * That model checks its own options.
     *
     * @param transport has the channels and the selector that the loop uses
     */
    public static WorkRunner start(Setup setup, Transport transport, StepExecutor executor) {
        return new LoopRunner(setup, VertxClient.start(setup.service(), setup.slots(), transport), executor);
    }
}
