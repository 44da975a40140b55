package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many connections the kernel holds for a listening socket. */
public final class Backlog {
    private static final Path MOST = Path.of("/proc/sys/net/core/somaxconn");

    private Backlog() {}

    /** What the kernel holds for a server that asks for so many: at most what this machine allows. */
    public static int held(int asked) {
        return held(asked, MOST);
    }

    /** @param most the file with what the machine allows; where it is missing, as asked */
    static int held(int asked, Path most) {
        try {
            return Math.min(asked, Integer.parseInt(Files.readString(most).strip()));
        } catch (IOException | NumberFormatException e) {
            return asked;
        }
    }
}
