package dev.joust.processes;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bare round trip to {@link Pong} in another JVM, on one thread: the lower bound for a unit. */
final class Ping {
    private Ping() {}

    private interface RoundTrip {
        void once() throws IOException;
    }

    /** The median over pipes, in microseconds. */
    static double byPipes(int trips) throws IOException {
        var process = new ProcessBuilder(command()).start();
        try (var out = process.getOutputStream();
                var in = process.getInputStream()) {
            byte[] unit = new byte[Pong.UNIT];
            byte[] answer = new byte[Pong.ANSWER];
            return median(trips, () -> {
                out.write(unit);
                out.flush();
                in.read(answer);
            });
        } finally {
            process.destroyForcibly();
        }
    }

    /** The median over a Unix domain socket, in microseconds. */
    static double bySocket(int trips, Path folder) throws IOException {
        var path = folder.resolve("ping");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            var process = new ProcessBuilder(command(path.toString())).start();
            try (SocketChannel channel = server.accept()) {
                var unit = ByteBuffer.allocateDirect(Pong.UNIT);
                var answer = ByteBuffer.allocateDirect(Pong.ANSWER);
                return median(trips, () -> {
                    channel.write(unit.clear());
                    channel.read(answer.clear());
                });
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static List<String> command(String... arguments) {
        List<String> words = new ArrayList<>(WorkerCommand.of(Pong.class).words());
        words.addAll(List.of(arguments));
        return words;
    }

    private static double median(int trips, RoundTrip trip) throws IOException {
        double[] micros = new double[trips];
        for (int i = -trips; i < trips; i++) { // the first half warms up
            long begin = System.nanoTime();
            trip.once();
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begin) / 1e3;
            }
        }
        Arrays.sort(micros);
        return micros[trips / 2];
    }
}
