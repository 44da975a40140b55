package dev.joust.processes;

import dev.joust.processes.ServingOrder.ServingAnswer;
import dev.joust.processes.ServingOrder.ServingQuestion;
import dev.joust.trial.Json;
import dev.joust.trial.LogTail;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A worker that accepts connections for itself, as its parent sees it. For one thread. */
final class ServingWorker implements AutoCloseable {
    private static final long CLOSE_LIMIT_MILLIS = 1_000;

    private final Process process;
    private final BufferedReader answers;
    private final LogTail log;

    private ServingWorker(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.log = new LogTail(process.getErrorStream(), "serving-worker-stderr");
    }

    /** Starts the process and sends its order. */
    static ServingWorker start(WorkerLauncher launcher, ServingOrder order) throws IOException {
        var worker = new ServingWorker(launcher.fork());
        worker.send(order);
        return worker;
    }

    /** The answer to the order: the port on which it listens. */
    int port() throws IOException {
        return answer().value();
    }

    ServingAnswer ask(ServingQuestion question) throws IOException {
        send(question);
        return answer();
    }

    private void send(Object message) throws IOException {
        process.getOutputStream().write((Json.line(message) + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private ServingAnswer answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException(
                    String.format(Locale.ROOT, "worker %d ended; its log ends: %s", process.pid(), log.line()));
        }
        return Json.read(line, ServingAnswer.class);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // it has closed its input, or ended
        }
        process.destroyForcibly();
    }
}
