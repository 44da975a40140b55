package dev.joust.compare.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a process's standard output, with a limit on their length and on the time to wait for one. */
public final class OutputLines {
    /** A measurement has about 20 kB, so a line beyond this is none. */
    private static final int MAX_LINE_BYTES = 4 << 20;

    private final LinkedBlockingQueue<NextOutput> read = new LinkedBlockingQueue<>(1 << 10);

    /** The result of a wait for the next line. */
    public sealed interface NextOutput {}

    public record OutputLine(String text) implements NextOutput {}

    public record EndOfOutput() implements NextOutput {}

    public record OverlongLine(String start) implements NextOutput {}

    public record NoOutput() implements NextOutput {}

    public OutputLines(InputStream in) {
        Thread.ofVirtual().name("output-lines").start(() -> readAll(in));
    }

    /** Waits for the next line: the line, or no output in that time, or the end of the output. */
    public NextOutput next(long nanos) throws InterruptedException {
        var output = read.poll(nanos, TimeUnit.NANOSECONDS);
        return output == null ? new NoOutput() : output;
    }

    private void readAll(InputStream in) {
        var line = new ByteArrayOutputStream();
        var buffer = new byte[1 << 14];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        read.put(new OutputLine(line.toString(StandardCharsets.UTF_8)));
                        line.reset();
                    } else if (line.size() == MAX_LINE_BYTES) {
                        read.put(new OverlongLine(line.toString(StandardCharsets.UTF_8)));
                        return;
                    } else {
                        line.write(buffer[i]);
                    }
                }
            }
            read.put(new EndOfOutput());
        } catch (IOException e) {
            read.offer(new EndOfOutput()); // the pipe of a killed process
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
