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
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Eclipse Vert.x 5 on one loop that computes. It is asyncio in Java, not Vert.x as it is deployed, which is {@link
 * VertxLoops}. One thread reads the sockets, runs the timers, computes and reads files, as asyncio does.
 * No worker pool takes part unless the option {@code hop} asks for it, and no second loop.
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
 * transport is the JDK's selector: HTTP/1.1 with keep-alive, no pipelining, no compression, no timeout of its own.
 *
 * <p>Option: {@code hop}, {@code none}, {@code worker} or {@code virtual}; default {@code none}. With a hop each step
 * that does not wait runs on another thread, and the unit goes on at the loop: on one of the {@value
 * VertxClient#WORKER_THREADS} worker threads by {@code executeBlocking}, or on a new virtual thread. Calls and timers
 * stay on the loop. A hop costs the wake-up of a thread and one of the loop, and lets units compute on every core.
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

    /** With a hop the threads beside the loop compute. */
    @Override
    public Ceiling ceiling(int cores, int slots, Map<String, String> options) {
        return switch (hop(options)) {
            case "none" -> ceiling(cores, slots);
            case "worker" -> Ceiling.ofCores(Math.min(cores, VertxClient.WORKER_THREADS), slots);
            default -> Ceiling.ofCores(cores, slots);
        };
    }

    @Override
    public Set<String> options() {
        return Set.of("hop");
    }

    @Override
    public boolean serves() {
        return true;
    }

    @Override
    public UnitServer serve(Setup setup, FrontDoor door) throws IOException {
        var client = client(setup);
        var runner = runner(setup, client);
        return LoopServer.open(runner, () -> VertxClient.open(List.of(client), door, runner));
    }

    @Override
    public WorkRunner start(Setup setup) {
        return runner(setup, client(setup));
    }

    private VertxClient client(Setup setup) {
        new Options(name(), setup.options()).known(options());
        hop(setup.options());
        return VertxClient.start(setup.service(), setup.slots(), Transport.NIO);
    }

    private LoopRunner runner(Setup setup, VertxClient client) {
        return switch (hop(setup.options())) {
            case "none" -> new LoopRunner(setup, client);
            case "worker" -> new LoopRunner(setup, client, StepOffload.toWorkers(client, setup.body()));
            default -> new LoopRunner(setup, client, StepOffload.toVirtualThreads(setup.body()));
        };
    }

    private String hop(Map<String, String> options) {
        return new Options(name(), options).oneOf("hop", "none", "worker", "virtual");
    }

    /**
     * Starts this loop as a server, for a model that adds something to a loop.
     *
     * @param added makes the model's runner from that of the loop; it closes the loop's with its own
     * @param executor as of {@link #start(Setup, Transport, StepExecutor)}
     */
    public static UnitServer serve(
            Setup setup, FrontDoor door, Transport transport, StepExecutor executor, UnaryOperator<WorkRunner> added)
            throws IOException {
        var client = VertxClient.start(setup.service(), setup.slots(), transport);
        var runner = added.apply(new LoopRunner(setup, client, executor));
        return LoopServer.open(runner, () -> VertxClient.open(List.of(client), door, runner));
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
