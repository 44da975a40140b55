package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * A thread that lets go of the lock around a system call that does not block, a {@code pread}, beside n threads that compute. {@code
 * calls}, and how many of these {@code lost} the lock: they took longer than half an interval.
 */
final class ShortCall implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;

    @Override
    public Values measure(ProbeOrder order) throws IOException, InterruptedException {
        var gate = TestedLock.of(order.lock()).gate();
        var file = Files.createTempFile("joust-probe", ".txt");
        try (var channel = FileChannel.open(Files.writeString(file, "x"), StandardOpenOption.READ);
                var _ = Spinners.start(gate, order.threads())) {
            call(order, WARM_UP_SECONDS, gate, channel);
            return call(order, order.seconds(), gate, channel);
        } finally {
            Files.delete(file);
        }
    }

    private static Values call(ProbeOrder order, double seconds, RunLock gate, FileChannel channel) throws IOException {
        var checkpoint = gate.checkpoint();
        var buffer = ByteBuffer.allocateDirect(1);
        long half = order.lock().intervalNanos() / 2;
        long calls = 0;
        long lost = 0;
        gate.acquire();
        try {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            for (long begin = System.nanoTime(); begin - end < 0; begin = System.nanoTime()) {
                buffer.clear();
                gate.release();
                try {
                    channel.read(buffer, 0);
                } finally {
                    gate.acquire();
                }
                calls++;
                lost += System.nanoTime() - begin > half ? 1 : 0;
                checkpoint.poll();
            }
        } finally {
            gate.release();
        }
        return new Values().add("calls", calls).add("lost", lost);
    }
}
