package dev.joust.fidelity;

import dev.joust.trial.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** A probe process on the JVM: reads an order, writes an answer. It ends when its standard input ends. */
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
            WorkerProcesses.runWorker(line, in, out);
            return;
        }
        Thread.ofPlatform().daemon().name("end-of-input").start(() -> readUntilEnd(in, more -> {}));
        out.println(Json.line(answer(line, out)));
        System.exit(0); // even if a probe's thread does not end
    }

    /** Measures what this line orders. */
    static ProbeAnswer answer(String line, PrintStream out) {
        try {
            var order = Json.read(line, ProbeOrder.class);
            var probe = new Probes(out).named(order.probe());
            if (probe.isEmpty()) {
                return new ProbeAnswer.ProbeFailed(String.format(Locale.ROOT, "unknown probe '%s'", order.probe()));
            }
            LockWarmUp.run(order.lock());
            var values = probe.get().measure(order);
            return new ProbeAnswer.ProbeSamples("Java " + Runtime.version(), values.map());
        } catch (Exception | Error e) {
            LOG.log(System.Logger.Level.ERROR, "the probe failed", e);
            return new ProbeAnswer.ProbeFailed(e.toString());
        }
    }

    /** Passes on line by line; ends this process at the end of the input. */
    static void readUntilEnd(BufferedReader in, Consumer<String> lines) {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the input failed, which ends it too", e);
        }
        Runtime.getRuntime().halt(0);
    }
}
