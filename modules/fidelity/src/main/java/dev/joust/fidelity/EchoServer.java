package dev.joust.fidelity;

import dev.joust.trial.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A thread that echoes beside k threads that compute, all under the lock; it lets go of the lock once a read and once a write, and
 * merges nothing. Its client is another process, that of {@code python/echo.py}, the same for both languages, whose requests begin with
 * {@code m} once it measures.
 *
 * <p>{@code switches} and {@code wall} of the measured window; the turns a second of the computing threads, {@code alone} before the
 * client came and {@code beside} it.
 */
final class EchoServer implements Probe {
    private static final int LONGEST = 64;
    private static final int WARM_UP_REQUESTS = 5_000;

    private final PrintStream out;

    EchoServer(PrintStream out) {
        this.out = out;
    }

    /** The counters at one moment. */
    private record Reading(long nanos, long switches, double turns) {}

    @Override
    public Values measure(ProbeOrder order) throws IOException, InterruptedException {
        warmUp(order);
        var lock = TestedLock.of(order.lock());
        var values = new Values();
        try (var server = ServerSocketChannel.open();
                var spinners = Spinners.start(lock.gate(), order.threads())) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            if (order.argument() > 0) {
                values.add("alone", alone(spinners, (long) (order.argument() * 1000)));
            }
            var address = (InetSocketAddress) server.getLocalAddress();
            out.println(Json.line(new ProbeAnswer.Listening(address.getPort())));
            try (var client = server.accept()) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                echo(client, lock, spinners, values);
            }
        }
        return values;
    }

    /**
     * Echoes to a client of its own, with nobody beside it: at a hundred requests a second the code of the sockets would never be
     * compiled, and the lock would be lost in each interpreted write.
     */
    private static void warmUp(ProbeOrder order) throws IOException, InterruptedException {
        var lock = TestedLock.of(order.lock());
        try (var server = ServerSocketChannel.open();
                var nobody = Spinners.start(lock.gate(), 0)) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var address = server.getLocalAddress();
            var crew = ProbeThreads.start(1, number -> ask(address));
            try (var client = server.accept()) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                echo(client, lock, nobody, new Values());
            }
            crew.join();
        }
    }

    private static void ask(SocketAddress address) {
        try (var client = SocketChannel.open(address)) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var buffer = ByteBuffer.allocateDirect(1);
            for (int i = 0; i < WARM_UP_REQUESTS; i++) {
                client.write(buffer.clear().put((byte) 'm').flip());
                client.read(buffer.clear());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After as long a warm-up. */
    private static double alone(Spinners spinners, long millis) throws InterruptedException {
        Thread.sleep(millis);
        double turns = spinners.turns();
        long begin = System.nanoTime();
        Thread.sleep(millis);
        return (spinners.turns() - turns) / ((System.nanoTime() - begin) / 1e9);
    }

    private static void echo(SocketChannel client, TestedLock lock, Spinners spinners, Values values)
            throws IOException {
        var gate = lock.gate();
        var checkpoint = gate.checkpoint();
        var buffer = ByteBuffer.allocateDirect(LONGEST);
        Reading first = null;
        gate.acquire();
        try {
            while (true) {
                buffer.clear();
                if (read(client, buffer, lock) < 0) {
                    break;
                }
                buffer.flip();
                if (first == null && buffer.get(0) == 'm') {
                    first = reading(lock, spinners);
                }
                write(client, buffer, lock);
                checkpoint.poll();
            }
        } finally {
            gate.release();
        }
        if (first == null) {
            throw new IOException("the client left before it measured");
        }
        var last = reading(lock, spinners);
        double seconds = (last.nanos() - first.nanos()) / 1e9;
        values.add("switches", last.switches() - first.switches())
                .add("counted", 1)
                .add("wall", seconds)
                .add("beside", (last.turns() - first.turns()) / seconds);
    }

    private static int read(SocketChannel client, ByteBuffer buffer, TestedLock lock) throws IOException {
        lock.gate().release();
        try {
            return client.read(buffer);
        } finally {
            lock.gate().acquire();
        }
    }

    private static void write(SocketChannel client, ByteBuffer buffer, TestedLock lock) throws IOException {
        lock.gate().release();
        try {
            client.write(buffer);
        } finally {
            lock.gate().acquire();
        }
    }

    private static Reading reading(TestedLock lock, Spinners spinners) {
        return new Reading(System.nanoTime(), lock.switches().getAsLong(), spinners.turns());
    }
}
