package dev.joust.reactive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How long one thread has run, and how long it was ready and waited for a core, since it began. */
interface ThreadTimes extends AutoCloseable {
    /** For systems that do not tell. */
    ThreadTimes UNKNOWN = Optional::empty;

    /** The times of a thread, in nanoseconds. */
    record CpuAndQueue(long cpuNanos, long queuedNanos) {}

    /** For any thread. Empty where the system does not tell, and when the thread has ended. */
    Optional<CpuAndQueue> read();

    @Override
    default void close() {}

    /** The times of the calling thread, which others may read. */
    static ThreadTimes ofThisThread() {
        try {
            return new ThreadSchedstat(new RandomAccessFile("/proc/thread-self/schedstat", "r"));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /**
     * Linux: the first two numbers of schedstat, see sched-stats.rst of the kernel. The open file stays that of the
     * thread that opened it.
     */
    record ThreadSchedstat(RandomAccessFile file) implements ThreadTimes {
        private static final int MAX_LENGTH = 128;

        @Override
        public Optional<CpuAndQueue> read() {
            byte[] bytes = new byte[MAX_LENGTH];
            try {
                int length;
                synchronized (file) {
                    file.seek(0);
                    length = file.read(bytes);
                }
                return length <= 0
                        ? Optional.empty()
                        : Optional.of(parse(new String(bytes, 0, length, StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        static CpuAndQueue parse(String text) {
            String[] numbers = text.trim().split(" ");
            return new CpuAndQueue(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new IllegalStateException("the thread's schedstat cannot be closed", e);
            }
        }
    }
}
