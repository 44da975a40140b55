package dev.joust.compare.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, without its domain. Only the session of a shard holds it: others are published. */
public final class HostName {
    private static final Path OF_LINUX = Path.of("/proc/sys/kernel/hostname");
    private static final String UNKNOWN = "unnamed";

    private HostName() {}

    /** Reads the name now. */
    public static String read() {
        try {
            return brief(Files.readString(OF_LINUX));
        } catch (IOException e) {
            return brief(asTheNetworkKnowsIt());
        }
    }

    private static String asTheNetworkKnowsIt() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    /** The name up to its domain; a machine without a name is {@code unnamed}. */
    static String brief(String name) {
        var first = name.strip().replaceFirst("\\..*", "");
        return first.isEmpty() ? UNKNOWN : first;
    }
}
