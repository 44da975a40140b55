package dev.joust.fidelity;

import dev.joust.trial.Checkpoint;
import dev.joust.trial.JvmVariables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * A fixed amount of work by one worker process, and shared by two. The workers are started beforehand. {@code one} and
 * {@code two}: seconds, measured in turn.
 */
final class WorkerProcesses implements Probe {
    /** The command-line argument of a worker. */
    static final String WORKER = "worker";

    private static final double WARM_UP_SECONDS = 0.5;
    private static final int REPETITIONS = 100;

    /** A worker process and its answers. */
    private record ProbeWorker(Process process, BufferedReader answers) implements AutoCloseable {
        void ask(long iterations) throws IOException {
            process.outputWriter().write(iterations + "\n");
            process.outputWriter().flush();
        }

        void await() throws IOException {
            if (answers.readLine() == null) {
                throw new IOException("a worker process ended");
            }
        }

        @Override
        public void close() throws IOException {
            process.outputWriter().close();
            process.onExit().join(); // from then on its CPU time counts as this process's
        }
    }

    @Override
    public Values measure(ProbeOrder order) throws IOException {
        long iterations = Chain.iterationsIn(order.seconds(), Checkpoint.NONE);
        var values = new Values();
        try (var first = start();
                var second = start()) {
            var both = List.of(first, second);
            run(both, (long) (iterations * WARM_UP_SECONDS / order.seconds()));
            for (int i = 0; i < REPETITIONS; i++) {
                values.add("one", run(List.of(first), iterations));
                values.add("two", run(both, iterations / 2));
            }
        }
        return values;
    }

    private static double run(List<ProbeWorker> workers, long iterationsEach) throws IOException {
        long begin = System.nanoTime();
        for (var worker : workers) {
            worker.ask(iterationsEach);
        }
        for (var worker : workers) {
            worker.await();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static ProbeWorker start() throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        Stream.of("-cp", System.getProperty("java.class.path"), ProbeMain.class.getName(), WORKER)
                .forEach(command::add);
        var process = JvmVariables.builder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ProbeWorker(process, process.inputReader());
    }

    /**
     * Runs a worker: computes each number of iterations that it reads, then writes a line. It ends when its input ends,
     * even while it computes.
     */
    static void runWorker(String first, BufferedReader in, PrintStream out) throws InterruptedException {
        var asked = new LinkedBlockingQueue<String>();
        asked.add(first);
        Thread.ofPlatform().daemon().name("input").start(() -> ProbeMain.readUntilEnd(in, asked::add));
        while (true) {
            Chain.burn(Long.parseLong(asked.take()), Checkpoint.NONE);
            out.println("done");
        }
    }
}
