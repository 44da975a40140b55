package dev.joust.contract;

import dev.joust.scenario.Arm;
import dev.joust.scenario.HttpAccess;
import dev.joust.scenario.Load;
import dev.joust.scenario.Workload;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Json;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Message;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.UnitServer;
import dev.joust.trial.WarmUp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model that is a server on another runtime, driven by the trial protocol. For one thread. */
public final class ExternalServer implements UnitServer {
    private final Process process;
    private final BufferedReader answers;
    private final FrontDoor door;
    private Message.Serving place;
    private Optional<Map<String, Double>> counted = Optional.empty();

    private ExternalServer(Process process, FrontDoor door) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.door = door;
    }

    /** Starts this command and has it serve a model. */
    public static ExternalServer start(List<String> command, String model, Setup setup, FrontDoor door)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        var server = new ExternalServer(builder.start(), door);
        server.send(new Message.Serve(
                trial(model, setup, door),
                door.address().getAddress().getHostAddress(),
                door.address().getPort(),
                door.headLimit()));
        try {
            server.place = server.next(Message.Serving.class);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static Trial trial(String model, Setup setup, FrontDoor door) {
        var arm = new Arm(model, model, Optional.empty(), 1.0, Map.of(), setup.options());
        var workload = new Workload(
                door.requests().classes(),
                new Load.Batch(new Load.Count(1, false)),
                Optional.of(new HttpAccess(door.connections(), true, door.backlog())));
        var conditions = new Trial.Conditions(
                new Trial.Host(
                        setup.cores(), setup.body().scratch(), setup.body().calibration()),
                setup.service(),
                1,
                new WarmUp(Duration.ofMillis(10), Duration.ofMillis(5), 1.0),
                Duration.ofSeconds(60));
        return new Trial(new TrialId("contract", "contract", model, 1, 1), arm, workload, conditions);
    }

    private void send(Message message) throws IOException {
        process.getOutputStream().write((Json.line(message) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private <T extends Message> T next(Class<T> awaited) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            var message = Json.read(line, Message.class);
            if (awaited.isInstance(message)) {
                return awaited.cast(message);
            }
            if (message instanceof Message.OrderFailed(String reason)) {
                throw new IOException(reason);
            }
        }
        throw new IOException("the process ended without " + awaited.getSimpleName());
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(door.address().getAddress(), place.port());
    }

    @Override
    public String base() {
        return place.base();
    }

    /** The process has warmed its kernels. */
    @Override
    public int warm(KernelWarmUp warmUp) {
        return 0;
    }

    /** Ends the serving: no more requests are answered. */
    @Override
    public Map<String, Double> counters() {
        try {
            if (counted.isEmpty()) {
                send(new Message.Finish());
                counted = Optional.of(next(Message.Served.class).counters());
            }
            return counted.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            process.destroyForcibly(); // it has closed its input
        }
    }
}
