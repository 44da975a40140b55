package dev.joust.compare.machine;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that tries to take the session lock, prints the result, and holds the lock until its standard input ends.
 */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws IOException {
        try (var lock = SessionLock.take(Path.of(args[0]), Path.of(args[1]))) {
            System.out.println("held " + (lock != null));
            Waits.main(args);
        } catch (SessionLockedException e) {
            System.out.println(e.getMessage());
        }
    }
}
