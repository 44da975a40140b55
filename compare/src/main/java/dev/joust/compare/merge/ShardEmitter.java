package dev.joust.compare.merge;

import dev.joust.compare.merge.StreamKind.StreamEnd;
import dev.joust.compare.merge.StreamKind.StreamHeader;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.SessionLine;
import dev.joust.trial.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes the session of a shard as JSON lines while it runs, each line once it is on disk and at once. So a host that
 * dies loses the running trial and nothing else. A stopped session ends its stream too. Threads may share it: a signal
 * comes in one of its own.
 */
public final class ShardEmitter implements AutoCloseable {
    private final PrintStream out;
    private final Consumer<String> say;
    private final Thread hook = Thread.ofPlatform().name("end-stream-on-signal").unstarted(() -> end(true));

    private int results;
    private boolean open;
    private boolean lost;

    /** @param say receives a line for the user where nobody reads the output any more */
    public ShardEmitter(PrintStream out, Consumer<String> say) {
        this.out = out;
        this.say = say;
    }

    /**
     * Writes what a session has so far, and follows it from now on.
     *
     * @throws UsageException where it is not the session of a shard
     */
    public synchronized void begin(SessionFolder folder, Session session) {
        if (session.onlyShard().isEmpty()) {
            throw new UsageException("--emit writes the session of a shard; start it with --shard K/N");
        }
        open = true;
        Runtime.getRuntime().addShutdownHook(hook);
        var version = session.machine().environment().software().joust().orElse("from classes");
        write(Json.line(new StreamHeader(StreamKind.SHARD, StreamKind.FORMAT, version)));
        write(StreamKind.SESSION.line(session));
        folder.readLines().all().forEach(this::emit);
        folder.tell(this::emit);
    }

    private synchronized void emit(SessionLine line) {
        if (open) {
            write(StreamKind.of(line).line(line));
            results += line instanceof Result ? 1 : 0;
        }
    }

    /** Writes the last line; nothing follows it. */
    public void end() {
        end(false);
        close();
    }

    private synchronized void end(boolean interrupted) {
        if (open) {
            write(StreamKind.END.line(new StreamEnd(results, interrupted)));
            open = false;
        }
    }

    private void write(String line) {
        // one write per line: other words may go to the same file
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        if (out.checkError() && !lost) {
            lost = true;
            say.accept("the output cannot be written any more; the results stay in the session's folder");
        }
    }

    /** Leaves a stream without its last line, where there was none. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // a signal ends this process, and the hook ends the stream
        }
    }
}
