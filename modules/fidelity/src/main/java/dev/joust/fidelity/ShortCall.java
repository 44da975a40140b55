package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A thread that releases the lock around a system call that does not block, a {@code pread}, beside n threads that
 * compute. {@code calls}; {@code lost}: the calls in which it lost the lock, that is, that took longer than half an
 * interval.
 */
final class ShortCall implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;

    @Override
    public Values measure(ProbeOrder order) throws IOException, InterruptedException {
        var lock = TestedLock.of(order.lock()).lock();
        var file = Files.createTempFile("joust-probe", ".txt");
        try (var channel = FileChannel.open(Files.writeString(file, "x"), StandardOpenOption.READ);
                var _ = Spinners.start(lock, order.threads())) {
            call(order, WARM_UP_SECONDS, lock, channel);
            return call(order, order.seconds(), lock, channel);
        } finally {
            Files.delete(file);
        }
    }

    private static Values call(ProbeOrder order, double seconds, RunLock lock, FileChannel channel) throws IOException {
        var checkpoint = lock.checkpoint();
        var buffer = ByteBuffer.allocateDirect(1);
        long half = order.lock().intervalNanos() / 2;
        long calls = 0;
        long lost = 0;
        lock.acquire();
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            for (long begin = System.nanoTime(); begin - end < 0; begin = System.nanoTime()) {
                buffer.clear();
                lock.release();
                try {
                    channel.read(buffer, 0);
                } finally {
                    lock.acquire();
                }
                calls++;
                lost += System.nanoTime() - begin > half ? 1 : 0;
                checkpoint.poll();
            }
        } finally {
            lock.release();
        }
        return new Values().add("calls", calls).add("lost", lost);
    }
}
