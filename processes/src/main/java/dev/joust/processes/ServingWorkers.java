package dev.joust.processes;

import dev.joust.processes.ServingOrder.ServingAnswer;
import dev.joust.processes.ServingOrder.ServingQuestion;
import dev.joust.trial.CounterNames;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Setup;
import dev.joust.trial.UnitServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A pre-fork server: workers that listen on one port and accept for themselves. The kernel gives each connection to one
 * of them by its addresses (SO_REUSEPORT), so they get unequal numbers. A connection keeps its worker.
 */
final class ServingWorkers implements UnitServer {
    private static final ServingQuestion NO_WARM_UP = new ServingQuestion(Optional.empty());

    private final FrontDoor door;
    private final List<ServingWorker> workers = new ArrayList<>();
    private int port;

    private ServingWorkers(FrontDoor door) {
        this.door = door;
        this.port = door.address().getPort();
    }

    /**
     * Starts the workers. The first one chooses the port, if the door names none.
     *
     * @throws IOException when one does not listen; none is left then
     */
    static ServingWorkers start(WorkerLauncher launcher, Setup setup, FrontDoor door) throws IOException {
        var server = new ServingWorkers(door);
        try {
            for (int i = 0; i < setup.cores(); i++) {
                var worker = ServingWorker.start(launcher, ServingOrder.of(setup, door, server.port));
                server.workers.add(worker);
                server.port = worker.port();
            }
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(door.address().getAddress(), port);
    }

    /** All workers warm the kernels at the same time, as they later compute. */
    @Override
    public int warm(KernelWarmUp warmUp) {
        if (warmUp.kernels().isEmpty()) {
            return 0;
        }
        var question = new ServingQuestion(Optional.of(warmUp));
        return workers.stream()
                .map(worker -> CompletableFuture.supplyAsync(() -> ask(worker, question)))
                .toList()
                .stream()
                .mapToInt(cold -> cold.join().value())
                .sum();
    }

    /** The sums over the workers, and how unequally the kernel spread the connections. */
    @Override
    public Map<String, Double> counters() {
        Map<String, Double> sums = new TreeMap<>();
        var accepted = new DoubleSummaryStatistics();
        for (var worker : workers) {
            var counters = ask(worker, NO_WARM_UP).counters();
            counters.forEach((name, value) -> sums.merge(name, value, Double::sum));
            accepted.accept(counters.getOrDefault(CounterNames.CONNECTIONS, 0.0));
        }
        sums.put("workersStarted", (double) workers.size());
        sums.put(CounterNames.CONNECTIONS + ".least", accepted.getMin());
        sums.put(CounterNames.CONNECTIONS + ".most", accepted.getMax());
        return sums;
    }

    @Override
    public Map<String, Double> timesOfItsJvms() {
        Map<String, Double> sums = new TreeMap<>();
        for (var worker : workers) {
            ask(worker, NO_WARM_UP).times().forEach((name, millis) -> sums.merge(name, millis, Double::sum));
        }
        return sums;
    }

    private static ServingAnswer ask(ServingWorker worker, ServingQuestion question) {
        try {
            return worker.ask(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        workers.forEach(ServingWorker::close);
    }
}
