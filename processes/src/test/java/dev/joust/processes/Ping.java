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

/** The least that a round trip to another JVM can be, on this thread, by pipes or by a Unix domain socket. */
final class Ping {
    private Ping() {}

    private interface Trip {
        void once() throws IOException;
    }

    /** Microseconds, the median. */
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

    /** Microseconds, the median. */
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

    private static double median(int trips, Trip trip) throws IOException {
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
