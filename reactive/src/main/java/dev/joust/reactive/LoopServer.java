package dev.joust.reactive;

import dev.joust.trial.Activity;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** A model of event loops that answers HTTP: its loops read requests, run units and write answers. */
record LoopServer(HttpDoor door, WorkRunner runner) implements UnitServer {
    /** How a door is opened. */
    @FunctionalInterface
    interface Opening {
        HttpDoor open() throws IOException;
    }

    /** The server of a started runner, which is closed when the door cannot be opened. */
    static LoopServer open(WorkRunner runner, Opening opening) throws IOException {
        try {
            return new LoopServer(opening.open(), runner);
        } catch (IOException | RuntimeException e) {
            runner.close();
            throw e;
        }
    }

    @Override
    public InetSocketAddress address() {
        return door.address();
    }

    @Override
    public int warm(KernelWarmUp warmUp) {
        return runner.warm(warmUp);
    }

    @Override
    public Map<String, Double> counters() {
        var counters = new TreeMap<>(runner.counters());
        counters.putAll(door.counters());
        return counters;
    }

    @Override
    public Map<String, Double> timesOfItsJvms() {
        return runner.timesOfItsJvms();
    }

    @Override
    public Activity activity() {
        return runner.activity();
    }

    @Override
    public void close() {
        door.close();
        runner.close();
    }
}
