package dev.joust.fidelity;

import dev.joust.trial.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * A fixed amount of work done by one worker process, and shared by two that wait for it already. {@code one} and {@code two}: seconds,
 * asked in turn.
 */
final class WorkerProcesses implements Probe {
    /** The argument of a worker. */
    static final String WORKER = "worker";

    private static final double WARM_UP_SECONDS = 0.5;
    private static final int TIMES = 100;

    /** A worker, and the line to it. */
    private record Worker(Process process, BufferedReader answers) implements AutoCloseable {
        void ask(long turns) throws IOException {
            process.outputWriter().write(turns + "\n");
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
            process.onExit().join(); // its CPU time is then on our account
        }
    }

    @Override
    public Values measure(ProbeOrder order) throws IOException {
        long turns = Chain.turnsIn(order.seconds(), Checkpoint.NONE);
        var values = new Values();
        try (var first = start();
                var second = start()) {
            var both = List.of(first, second);
            seconds(both, (long) (turns * WARM_UP_SECONDS / order.seconds()));
            for (int i = 0; i < TIMES; i++) {
                values.add("one", seconds(List.of(first), turns));
                values.add("two", seconds(both, turns / 2));
            }
        }
        return values;
    }

    private static double seconds(List<Worker> workers, long turnsEach) throws IOException {
        long begin = System.nanoTime();
        for (var worker : workers) {
            worker.ask(turnsEach);
        }
        for (var worker : workers) {
            worker.await();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Worker start() throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        Stream.of("-cp", System.getProperty("java.class.path"), ProbeMain.class.getName(), WORKER)
                .forEach(command::add);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Worker(process, process.inputReader());
    }

    /** What a worker does: for each number of turns it does them and says so. It leaves when its input ends, also amid its work. */
    static void work(String first, BufferedReader in, PrintStream out) throws InterruptedException {
        var asked = new LinkedBlockingQueue<String>();
        asked.add(first);
        Thread.ofPlatform().daemon().name("input").start(() -> ProbeMain.readToTheEnd(in, asked::add));
        while (true) {
            Chain.burn(Long.parseLong(asked.take()), Checkpoint.NONE);
            out.println("done");
        }
    }
}
