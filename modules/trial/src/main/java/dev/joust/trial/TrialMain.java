package dev.joust.trial;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The trial process of the JVM: reads one order, carries it out, and exits.
 *
 * @see Message the protocol
 */
public final class TrialMain {
    private static final System.Logger LOG = System.getLogger(TrialMain.class.getName());
    /** The exit code when standard input ends, as after SIGTERM. */
    private static final int STOPPED = 143;

    private final PrintStream out;
    private final RefereeInput referee;
    private final Supplier<Models> models;

    private TrialMain(PrintStream out, RefereeInput referee, Supplier<Models> models) {
        this.out = out;
        this.referee = referee;
        this.models = models;
    }

    /** Reads the order from standard input. */
    public static void main(String[] args) throws IOException {
        run(Models::load);
    }

    /** The same with other models than those of the class path. */
    public static void run(Supplier<Models> models) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what a library prints goes to the log
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var referee = new RefereeInput(in, TrialMain::stop);
        var trial = new TrialMain(out, referee, models);
        trial.send(
                new Message.Hello(ThisRuntime.version(), ProcessHandle.current().pid()));
        var line = in.readLine();
        if (line == null) {
            return;
        }
        referee.listen();
        trial.carryOut(line);
        System.exit(0); // also when a model has left a thread behind
    }

    private void carryOut(String line) {
        try {
            switch (Json.read(line, Message.Order.class)) {
                case Message.Run(Trial trial) -> send(new Message.Measured(run(trial)));
                case Message.Serve order -> send(serve(order));
                case Message.TrainCache(var trials) -> trainCache(trials);
                case Message.Calibrate order ->
                    send(new Message.Calibrated(
                            new CalibrationRun(ThisRuntime.hasSecondCompiler()).calibrate(order.kernels())));
            }
        } catch (TrialFailedException e) {
            send(new Message.OrderFailed(e.getMessage()));
        } catch (Exception | Error e) {
            LOG.log(System.Logger.Level.ERROR, "the order could not be carried out", e);
            send(new Message.OrderFailed(e.toString()));
        }
    }

    private void rehearse(Trial trial) throws InterruptedException, IOException {
        if (trial.workload().http().isPresent()) {
            new ServerRehearsal(models.get(), trial).run(TrialListener.NONE);
        } else {
            Json.line(new Message.Measured(run(trial)));
        }
    }

    private Measurement run(Trial trial) throws InterruptedException, IOException {
        var model = models.get().named(trial.arm().model());
        return new TrialRun(trial).run(model, new TrialListener() {
            @Override
            public void answered() {
                send(new Message.Answered());
            }

            @Override
            public void ready() {
                send(new Message.Ready());
            }

            @Override
            public void windowStarts() {
                mark(true);
            }

            @Override
            public void windowEnds() {
                mark(false);
            }

            @Override
            public boolean awaitReading(Duration limit) throws InterruptedException {
                return referee.awaitReading(limit);
            }
        });
    }

    private Message.Served serve(Message.Serve order) throws InterruptedException, IOException {
        var model = models.get().named(order.trial().arm().model());
        return new ServerRun(order, referee, this::send).run(model);
    }

    private void trainCache(List<Trial> trials) throws InterruptedException, IOException {
        for (var trial : trials) {
            try {
                rehearse(trial);
            } catch (TrialFailedException e) {
                LOG.log(System.Logger.Level.DEBUG, "a trial of the cache training failed and is skipped", e);
            }
        }
        send(new Message.CacheTrained());
    }

    private void mark(boolean start) {
        referee.expectReading();
        send(new Message.WindowMark(start));
    }

    private synchronized void send(Message message) {
        out.println(Json.line(message));
    }

    /**
     * Ends this process and its children. The children are killed first: a JVM that halts waits 0.3 s for threads in
     * native code, and longer for its compilers.
     */
    private static void stop() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(STOPPED);
    }
}
