package dev.joust.processes;

import dev.joust.blocking.ConnectionServer;
import dev.joust.blocking.ConnectionServer.ConnectionThreads;
import dev.joust.blocking.RunLock;
import dev.joust.blocking.StepInterpreter;
import dev.joust.processes.ServingOrder.ServingAnswer;
import dev.joust.processes.ServingOrder.ServingQuestion;
import dev.joust.trial.CounterNames;
import dev.joust.trial.Json;
import dev.joust.trial.ThisRuntime;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The process of a worker that accepts connections for itself, with a thread per connection. It ends when its standard
 * input ends.
 */
public final class ServingMain {
    /** EX_IOERR of sysexits.h. */
    private static final int CANNOT_LISTEN = 74;

    private final PrintStream wire;

    private ServingMain(PrintStream wire) {
        this.wire = wire;
    }

    /** Takes no arguments: the first line of standard input has everything. */
    public static void main(String[] args) throws IOException {
        var wire = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // a stray print must not get between the answers
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var order = in.readLine();
        if (order != null) {
            new ServingMain(wire).serve(Json.read(order, ServingOrder.class), in);
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve(ServingOrder order, BufferedReader in) throws IOException {
        try (var server = server(order)) {
            answer(ServingAnswer.of(server.address().getPort()));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var warmUp = Json.read(line, ServingQuestion.class).warmUp();
                answer(warmUp.map(work -> ServingAnswer.of(work.run()))
                        .orElseGet(() -> ServingAnswer.of(counters(server), ThisRuntime.times())));
            }
        }
    }

    private static Map<String, Double> counters(ConnectionServer server) {
        Map<String, Double> counters = new TreeMap<>(server.counters());
        counters.put(CounterNames.HEAP, ThisRuntime.heapMib());
        return counters;
    }

    private static ConnectionServer server(ServingOrder order) {
        var interpreter = new StepInterpreter(order.service(), order.connections(), order.body(), RunLock.NONE);
        var factory = Thread.ofPlatform().name("connection-", 0).daemon().factory();
        try {
            return new ConnectionServer(order.door(), ConnectionThreads.free("processes", factory, interpreter), true);
        } catch (IOException e) {
            System.err.println("cannot listen on " + order.host() + ":" + order.port() + ": " + e.getMessage());
            Runtime.getRuntime().halt(CANNOT_LISTEN);
            throw new IllegalStateException(e);
        }
    }

    private void answer(ServingAnswer answer) {
        wire.println(Json.line(answer));
    }
}
