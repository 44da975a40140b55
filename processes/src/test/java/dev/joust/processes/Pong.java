package dev.joust.processes;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * The other side of {@link Ping}: reads as many bytes as a unit has, writes as many as its answer has, and does nothing
 * else.
 */
final class Pong {
    static final int UNIT = 21;
    static final int ANSWER = 37;

    private Pong() {}

    /** Takes the path of a socket, or no argument for pipes. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            echo(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        } else {
            try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(Path.of(args[0])));
                echo(channel);
            }
        }
    }

    private static void echo(java.io.InputStream in, java.io.OutputStream out) throws IOException {
        byte[] unit = new byte[UNIT];
        byte[] answer = new byte[ANSWER];
        while (in.read(unit) == UNIT) {
            out.write(answer);
        }
    }

    private static void echo(SocketChannel channel) throws IOException {
        var unit = ByteBuffer.allocateDirect(UNIT);
        var answer = ByteBuffer.allocateDirect(ANSWER);
        while (channel.read(unit.clear()) == UNIT) {
            channel.write(answer.clear());
        }
        Channels.newOutputStream(channel).flush();
    }
}
