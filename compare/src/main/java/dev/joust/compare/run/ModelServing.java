package dev.joust.compare.run;

import dev.joust.compare.machine.ChildProcesses;
import dev.joust.compare.machine.NativeLibraries;
import dev.joust.compare.machine.ProcessTree;
import dev.joust.compare.machine.ReadingDetail;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.machine.TreeReading;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.process.ServerProcess;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.service.ServiceStatsClient;
import dev.joust.compare.session.ScratchFolder;
import dev.joust.scenario.PrintableText;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Message;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Starts one model as an HTTP server and leaves it up until a signal, so that any tool can send it requests.
 *
 * @param out where the addresses and, at the end, the counts are shown
 */
public record ModelServing(ModelServerRequest request, PrintStream out) {
    private static final System.Logger LOG = System.getLogger(ModelServing.class.getName());

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    /** A signal of the terminal goes to every process of its group. The server lives until it has told its counts. */
    private static final List<String> IGNORING_INTERRUPT = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    /**
     * Serves until this JVM is stopped.
     *
     * @throws UsageException when the request cannot be met, or the model does not start
     * @throws IOException when the server ends by itself
     */
    public void serve() throws IOException, InterruptedException {
        var registry = ModelRegistry.found();
        NativeLibraries.chooseFolder();
        var served = ServedWork.of(request, registry);
        var starter =
                new ServiceStarter(request.dependencies().service(), request.profile(), List.of(served.scenario()));
        try (var service = starter.start();
                var children = new ChildProcesses()) {
            show("service: " + service.info().brief());
            serve(served, registry, service, children);
        }
    }

    private void serve(ServedWork served, ModelRegistry registry, NetworkService service, ChildProcesses children)
            throws IOException, InterruptedException {
        try {
            var commands = served.commands(request, registry);
            var scratch = Files.createTempDirectory("joust-serve-");
            var trial = new LoneTrial("serve-model", served.scenario(), request.profile(), scratch)
                    .of(served.arm(), served.workload(), commands.calibration(served.arm()), address(served, service));
            List<String> command = new ArrayList<>(IGNORING_INTERRUPT);
            command.addAll(commands.command(served.arm(), served.scenario().pod()));
            var server = ServerProcess.start(command, children);
            var stopping = new Stopping(server, ProcessTree.of(server.pid()), new ScratchFolder(scratch));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop the server").unstarted(stopping));
            show(trial, server.serve(order(trial), START_LIMIT));
            stopping.begin();
            server.awaitEnd();
            if (!stopping.begun()) {
                throw new IOException("the server ended by itself; its log ends: " + server.log());
            }
        } catch (TrialFailure e) {
            throw new UsageException(
                    String.format(Locale.ROOT, "%s does not serve: %s", request.model(), e.sentence()));
        }
    }

    private Message.Serve order(Trial trial) {
        var address = request.address();
        return new Message.Serve(
                trial, address.getAddress().getHostAddress(), address.getPort(), FrontDoor.USUAL_HEAD_LIMIT);
    }

    private static URI address(ServedWork served, NetworkService service) throws IOException, InterruptedException {
        if (!served.workload().needsService()) {
            return Setup.NOWHERE;
        }
        var address = service.restart();
        new ServiceStatsClient(address).warmUp();
        return address;
    }

    private void show(Trial trial, Message.Serving place) {
        var host = request.address().getAddress().getHostAddress();
        show(trial.arm().name() + " answers until you stop this; the last number is that of the unit:");
        for (var type : trial.workload().classes()) {
            var target = UnitRequests.target(new Work(type.name(), 1, type.steps()));
            show("  http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + place.port() + place.base()
                    + target);
        }
        out.flush();
    }

    private void show(String line) {
        out.println(PrintableText.line(line));
    }

    /** Asks the server for its counts when this JVM is stopped, and ends it. */
    private final class Stopping implements Runnable {
        private final ServerProcess server;
        private final ProcessTree tree;
        private final ScratchFolder scratch;
        private TreeReading atStart;
        private volatile boolean begun;

        Stopping(ServerProcess server, ProcessTree tree, ScratchFolder scratch) {
            this.server = server;
            this.tree = tree;
            this.scratch = scratch;
        }

        /** The resource usage counts from now. */
        synchronized void begin() {
            atStart = tree.usage(ReadingDetail.COUNTERS);
        }

        boolean begun() {
            return begun;
        }

        @Override
        public synchronized void run() {
            begun = true;
            if (atStart != null) {
                tell();
            }
            server.close();
            try {
                scratch.remove();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the scratch folder could not be removed", e);
            }
        }

        private void tell() {
            try {
                var usage = ResourceUsage.between(atStart, tree.usage(ReadingDetail.COUNTERS));
                out.printf(
                        Locale.ROOT,
                        "%nit used %.3f s of CPU time, and counted:%n",
                        usage.cpu().total());
                new TreeMap<>(server.finish().counters())
                        .forEach((name, value) -> out.printf(Locale.ROOT, "  %-30s %,.0f%n", name, value));
            } catch (TrialFailure e) {
                show("what it counted is not known: " + e.sentence());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.flush();
        }
    }
}
