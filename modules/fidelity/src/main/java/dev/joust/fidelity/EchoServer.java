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
 * A thread that echoes, beside k threads that compute, all under the lock. It releases the lock once per read and once
 * per write, and merges none of them. Its client is another process, that of {@code python/echo.py}, for both
 * languages. The client's requests begin with {@code m} once it measures.
 *
 * <p>{@code switches} and {@code wall}: of the measured window. {@code alone} and {@code beside}: the iterations per
 * second of the computing threads, before the client came and beside it.
 */
final class EchoServer implements Probe {
    private static final int MAX_MESSAGE_BYTES = 64;
    private static final int WARM_UP_REQUESTS = 5_000;

    private final PrintStream out;

    EchoServer(PrintStream out) {
        this.out = out;
    }

    /** The counters at a moment. */
    private record EchoReading(long nanos, long switches, double iterations) {}

    @Override
    public Values measure(ProbeOrder order) throws IOException, InterruptedException {
        warmUp(order);
        var tested = TestedLock.of(order.lock());
        var values = new Values();
        try (var server = ServerSocketChannel.open();
                var spinners = Spinners.start(tested.lock(), order.threads())) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            if (order.argument() > 0) {
                values.add("alone", measureAlone(spinners, (long) (order.argument() * 1000)));
            }
            var address = (InetSocketAddress) server.getLocalAddress();
            out.println(Json.line(new ProbeAnswer.Listening(address.getPort())));
            try (var client = server.accept()) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                echo(client, tested, spinners, values);
            }
        }
        return values;
    }

    /**
     * Echoes to a client of its own, with no thread beside it. At a hundred requests per second the JVM would never
     * compile the code of the sockets, and the thread would lose the lock in each interpreted write.
     */
    private static void warmUp(ProbeOrder order) throws IOException, InterruptedException {
        var tested = TestedLock.of(order.lock());
        try (var server = ServerSocketChannel.open();
                var none = Spinners.start(tested.lock(), 0)) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var address = server.getLocalAddress();
            var threads = ProbeThreads.start(1, number -> ask(address));
            try (var client = server.accept()) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                echo(client, tested, none, new Values());
            }
            threads.join();
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

    /** The iterations per second of the computing threads, after a warm-up of the same length. */
    private static double measureAlone(Spinners spinners, long millis) throws InterruptedException {
        Thread.sleep(millis);
        double before = spinners.iterations();
        long begin = System.nanoTime();
        Thread.sleep(millis);
        return (spinners.iterations() - before) / ((System.nanoTime() - begin) / 1e9);
    }

    private static void echo(SocketChannel client, TestedLock tested, Spinners spinners, Values values)
            throws IOException {
        var lock = tested.lock();
        var checkpoint = lock.checkpoint();
        var buffer = ByteBuffer.allocateDirect(MAX_MESSAGE_BYTES);
        EchoReading first = null;
        lock.acquire();
        try {
            while (true) {
                buffer.clear();
                if (read(client, buffer, tested) < 0) {
                    break;
                }
                buffer.flip();
                if (first == null && buffer.get(0) == 'm') {
                    first = counters(tested, spinners);
                }
                write(client, buffer, tested);
                checkpoint.poll();
            }
        } finally {
            lock.release();
        }
        if (first == null) {
            throw new IOException("the client left before it measured");
        }
        var last = counters(tested, spinners);
        double seconds = (last.nanos() - first.nanos()) / 1e9;
        values.add("switches", last.switches() - first.switches())
                .add("counted", 1)
                .add("wall", seconds)
                .add("beside", (last.iterations() - first.iterations()) / seconds);
    }

    private static int read(SocketChannel client, ByteBuffer buffer, TestedLock tested) throws IOException {
        tested.lock().release();
        try {
            return client.read(buffer);
        } finally {
            tested.lock().acquire();
        }
    }

    private static void write(SocketChannel client, ByteBuffer buffer, TestedLock tested) throws IOException {
        tested.lock().release();
        try {
            client.write(buffer);
        } finally {
            tested.lock().acquire();
        }
    }

    private static EchoReading counters(TestedLock tested, Spinners spinners) {
        return new EchoReading(System.nanoTime(), tested.switches().getAsLong(), spinners.iterations());
    }
}
