package dev.joust.compare.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a process's standard output, with a bound on their length and on the time to wait for one. */
public final class OutputLines {
    /** A measurement has some 20 kB; past this it is not one. */
    private static final int LONGEST = 4 << 20;

    private final LinkedBlockingQueue<Output> read = new LinkedBlockingQueue<>(1 << 10);

    /** What came next. */
    sealed interface Output {}

    public record Line(String text) implements Output {}

    record End() implements Output {}

    record TooLong(String start) implements Output {}

    record Nothing() implements Output {}

    public OutputLines(InputStream in) {
        Thread.ofVirtual().name("output-lines").start(() -> readAll(in));
    }

    /** The next line, or that there was none in that time, or that there will be none. */
    public Output next(long nanos) throws InterruptedException {
        var output = read.poll(nanos, TimeUnit.NANOSECONDS);
        return output == null ? new Nothing() : output;
    }

    private void readAll(InputStream in) {
        var line = new ByteArrayOutputStream();
        var buffer = new byte[1 << 14];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        read.put(new Line(line.toString(StandardCharsets.UTF_8)));
                        line.reset();
                    } else if (line.size() == LONGEST) {
                        read.put(new TooLong(line.toString(StandardCharsets.UTF_8)));
                        return;
                    } else {
                        line.write(buffer[i]);
                    }
                }
            }
            read.put(new End());
        } catch (IOException e) {
            read.offer(new End()); // the pipe of a process that was killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
