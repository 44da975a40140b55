package dev.joust.trial;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The trial process: reads one order, carries it out, and leaves. See {@link Message} for the protocol. */
public final class TrialMain {
    private static final System.Logger LOG = System.getLogger(TrialMain.class.getName());
    private static final int STOPPED = 143;

    private final PrintStream out;

    private TrialMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // whatever a library prints is log, not protocol
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var trial = new TrialMain(out);
        trial.say(
                new Message.Hello(ThisRuntime.version(), ProcessHandle.current().pid()));
        var line = in.readLine();
        if (line == null) {
            return;
        }
        leaveWithParent(in);
        trial.carryOut(line);
        System.exit(0); // a model that left a thread behind does not hold the process
    }

    private void carryOut(String line) {
        try {
            switch (Json.read(line, Message.Order.class)) {
                case Message.Run(Trial trial) -> say(new Message.Measured(run(trial)));
                case Message.Rehearse(var trials) -> rehearse(trials);
                case Message.Calibrate order -> say(new Message.Calibrated(new CalibrationRun().of(order.kernels())));
            }
        } catch (TrialFailedException e) {
            say(new Message.Failed(e.getMessage()));
        } catch (Exception | LinkageError e) {
            LOG.log(System.Logger.Level.ERROR, "the order could not be carried out", e);
            say(new Message.Failed(e.toString()));
        }
    }

    private Measurement run(Trial trial) throws InterruptedException, IOException {
        var model = Models.found().named(trial.arm().model());
        return new TrialRun(trial).run(model, new TrialRun.Progress() {
            @Override
            public void answered() {
                say(new Message.Answered());
            }

            @Override
            public void ready() {
                say(new Message.Ready());
            }

            @Override
            public void windowStarts() {
                say(new Message.Window(true));
            }

            @Override
            public void windowEnds() {
                say(new Message.Window(false));
            }
        });
    }

    private void rehearse(List<Trial> trials) throws InterruptedException, IOException {
        for (var trial : trials) {
            try {
                Json.line(new Message.Measured(run(trial)));
            } catch (TrialFailedException e) {
                LOG.log(System.Logger.Level.DEBUG, "a rehearsal failed, which does not matter", e);
            }
        }
        say(new Message.Rehearsed());
    }

    private synchronized void say(Message message) {
        out.println(Json.line(message));
    }

    /**
     * Worker processes see the end of their own input when this process is gone. But a JVM that halts waits 0.3 s for threads in
     * native code, and longer for its compilers, so they are ended first and not one after the other.
     */
    private static void leaveWithParent(BufferedReader in) {
        Thread.ofPlatform().name("leave-with-parent").daemon().start(() -> {
            try {
                while (in.readLine() != null) {
                    // further lines mean nothing
                }
            } catch (IOException e) {
                System.err.println("standard input broke: " + e.getMessage());
            }
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(STOPPED);
        });
    }
}
