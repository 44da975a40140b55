package dev.joust.compare.run;

import dev.joust.compare.machine.Backlog;
import dev.joust.compare.machine.ProcessTree;
import dev.joust.compare.machine.ReadingDetail;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.machine.TreeReading;
import dev.joust.compare.process.ServerProcess;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.process.TrialProcess;
import dev.joust.trial.CounterNames;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.Measurement;
import dev.joust.trial.Message;
import dev.joust.trial.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs one trial whose model is a server: the model in one process, its clients in another. The referee passes the
 * marks of the window from the clients, who drive it, to the server.
 *
 * <pre>
 * clients  hello   run --- answered  window ---------------------- window  measurement
 * server       serve  serving            mark marked        mark marked             finish  served
 * </pre>
 *
 * @param server the command of the model's process
 * @param clients the command of the clients' process, which starts just before the server's
 */
record ServedTrial(List<String> server, List<String> clients, OutsideObserver observer) {
    private static final List<String> OF_PROCESS = List.of("jvm.", "window-");
    private static final String LOOPBACK = "127.0.0.1";
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * The measurement by the clients, with what the server says of itself.
     *
     * @param startLimit how long the server may take until it answers requests
     * @param limit how long the clients may take
     */
    Measurement measure(Trial trial, Duration startLimit, Duration limit)
            throws IOException, InterruptedException, TrialFailure {
        var access = trial.workload().http().orElseThrow();
        try (var driving = TrialProcess.start(clients)) {
            observer.restart();
            try (var serving = ServerProcess.start(server)) {
                observer.observe(ProcessTree.of(serving.pid()));
                var place =
                        serving.serve(new Message.Serve(trial, LOOPBACK, 0, FrontDoor.USUAL_HEAD_LIMIT), startLimit);
                var load = new ClientLoad(ProcessTree.of(driving.pid()));
                var target = new HttpTarget(LOOPBACK, place.port(), place.base(), access.keepAlive());
                var order = new Message.Run(target.driving(trial));
                var measured = carryOut(driving, order, limit, message -> receive(message, serving, load));
                var objection = new MeasurementValidation(trial).objection(measured);
                if (objection.isPresent()) {
                    throw new TrialFailure(objection.get(), driving.log());
                }
                var served = serving.finish();
                observer.follower().measured(serving);
                return joined(measured, served, load, Backlog.held(access.backlog()));
            }
        }
    }

    /** The reading of the resource usage is the one that is nearest to the window, at both marks. */
    private void receive(Message message, ServerProcess serving, ClientLoad load)
            throws TrialFailure, InterruptedException {
        if (message instanceof Message.WindowMark(boolean start)) {
            if (start) {
                serving.mark(true);
                load.mark(true);
                observer.receive(message);
            } else {
                observer.receive(message);
                load.mark(false);
                serving.mark(false);
            }
        } else {
            observer.receive(message);
        }
    }

    private static Measurement carryOut(
            TrialProcess clients, Message.Order order, Duration limit, TrialProcess.MessageListener listener)
            throws TrialFailure, InterruptedException {
        var last = clients.carryOut(order, limit, listener);
        if (last instanceof Message.Measured(Measurement measurement)) {
            return measurement;
        }
        throw new TrialFailure("the clients answered a trial with " + last, clients.log());
    }

    /** The counters of the generator and of the server, and what the process of the clients says of itself. */
    private static Measurement joined(Measurement measured, Message.Served served, ClientLoad load, int backlog) {
        Map<String, Double> counters = new TreeMap<>();
        measured.totals().counters().forEach((name, value) -> counters.put(ofClients(name), value));
        counters.putAll(served.counters());
        counters.put(CounterNames.BACKLOG, (double) backlog);
        load.cores(measured.window().nanos()).ifPresent(cores -> counters.put(HttpTarget.CPU_CORES, cores));
        var totals = measured.totals();
        return new Measurement(
                measured.id(),
                served.model(),
                measured.window(),
                measured.classes(),
                new Measurement.Totals(totals.calls(), totals.bytes(), totals.callingNanos(), counters),
                measured.capacity(),
                served.housekeeping());
    }

    /** What a process counts of itself, its runtime and its loop, is not the server's. */
    private static String ofClients(String counter) {
        return OF_PROCESS.stream().anyMatch(counter::startsWith) ? HttpTarget.COUNTERS + counter : counter;
    }

    /** The CPU time of the clients in the window. */
    private static final class ClientLoad {
        private final ProcessTree tree;
        private Optional<TreeReading> atStart = Optional.empty();
        private Optional<ResourceUsage> usage = Optional.empty();

        ClientLoad(ProcessTree tree) {
            this.tree = tree;
        }

        void mark(boolean start) {
            var reading = tree.usage(ReadingDetail.COUNTERS);
            if (start) {
                atStart = Optional.of(reading);
            } else {
                usage = atStart.map(before -> ResourceUsage.between(before, reading));
            }
        }

        Optional<Double> cores(long windowNanos) {
            return usage.map(used -> used.cpu().total() * NANOS_PER_SECOND / windowNanos);
        }
    }
}
