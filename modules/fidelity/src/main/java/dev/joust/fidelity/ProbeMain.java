package dev.joust.fidelity;

import dev.joust.trial.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A probe process on the JVM: an order in, an answer out. It leaves when its standard input ends. */
public final class ProbeMain {
    private static final System.Logger LOG = System.getLogger(ProbeMain.class.getName());

    private ProbeMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var line = in.readLine();
        if (line == null) {
            return;
        }
        if (args.length == 1 && args[0].equals(WorkerProcesses.WORKER)) {
            WorkerProcesses.work(line, in, out);
            return;
        }
        Thread.ofPlatform().daemon().name("end-of-input").start(() -> readToTheEnd(in, more -> {}));
        out.println(Json.line(answer(line, out)));
        System.exit(0); // also when a probe's thread is stuck
    }

    static ProbeAnswer answer(String line, PrintStream out) {
        try {
            var order = Json.read(line, ProbeOrder.class);
            var probe = new Probes(out).named(order.probe());
            if (probe.isEmpty()) {
                return new ProbeAnswer.Failed("unknown probe '%s'".formatted(order.probe()));
            }
            LockWarmUp.of(order.lock());
            var values = probe.get().measure(order);
            return new ProbeAnswer.Samples("Java " + Runtime.version(), values.map());
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, "the probe failed", e);
            return new ProbeAnswer.Failed(e.toString());
        }
    }

    /** Hands over line by line; at the end of the input this process ends. */
    static void readToTheEnd(BufferedReader in, Consumer<String> lines) {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the input broke, which ends it as well", e);
        }
        Runtime.getRuntime().halt(0);
    }
}
