package dev.joust.compare.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/** How long a thread has waited for a core, since it began: ready to run, and others ran. */
interface RunQueue extends AutoCloseable {
    /** Where the operating system does not tell. */
    RunQueue UNKNOWN = OptionalLong::empty;

    OptionalLong waitedNanos();

    @Override
    default void close() {}

    /** Of the calling thread. Kept open, since it is read a thousand times a second. */
    static RunQueue ofThisThread() {
        try {
            return new Linux(new RandomAccessFile("/proc/thread-self/schedstat", "r"));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** The second number of schedstat: see sched-stats.rst of the kernel. */
    record Linux(RandomAccessFile file, byte[] bytes) implements RunQueue {
        Linux(RandomAccessFile file) {
            this(file, new byte[128]);
        }

        @Override
        public OptionalLong waitedNanos() {
            try {
                file.seek(0);
                int length = file.read(bytes);
                return OptionalLong.of(second(bytes, length));
            } catch (IOException e) {
                throw new UncheckedIOException("the run queue's account went away", e);
            }
        }

        // by hand, since a thousand strings a second are a collector's load of their own
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
                throw new UncheckedIOException("the run queue's account cannot be closed", e);
            }
        }
    }
}
