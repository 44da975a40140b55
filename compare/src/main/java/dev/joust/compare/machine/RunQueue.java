package dev.joust.compare.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/** How long a thread has waited for a core since it began: it was ready to run, and others ran. */
interface RunQueue extends AutoCloseable {
    /** For systems that do not tell. */
    RunQueue UNKNOWN = OptionalLong::empty;

    OptionalLong waitedNanos();

    @Override
    default void close() {}

    /** The run queue of the calling thread. Its file stays open, since it is read a thousand times per second. */
    static RunQueue ofThisThread() {
        try {
            return new Schedstat(new RandomAccessFile("/proc/thread-self/schedstat", "r"));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** Linux: the second number of schedstat, see sched-stats.rst of the kernel. */
    record Schedstat(RandomAccessFile file, byte[] bytes) implements RunQueue {
        Schedstat(RandomAccessFile file) {
            this(file, new byte[128]);
        }

        @Override
        public OptionalLong waitedNanos() {
            try {
                file.seek(0);
                int length = file.read(bytes);
                return OptionalLong.of(second(bytes, length));
            } catch (IOException e) {
                throw new UncheckedIOException("the thread's schedstat cannot be read any more", e);
            }
        }

        // parsed by hand: a thousand strings per second would load the collector
        static long second(byte[] bytes, int length) {
            int at = 0;
            while (bytes[at] != ' ') {
                at++;
            }
            long number = 0;
            for (at++; at < length && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                number = number * 10 + bytes[at] - '0';
            }
            return number;
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the thread's schedstat cannot be closed", e);
            }
        }
    }
}
