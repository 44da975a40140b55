package dev.joust.compare.machine;

import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where JNA unpacks its native library: a folder that only this user can write and that permits programs. JNA itself
 * takes a folder that may be mounted noexec.
 */
public final class NativeLibraries {
    private static final String FOLDER = "jna.tmpdir";

    private NativeLibraries() {}

    /** Chooses the folder, unless the user has. Comes before the first use of JNA. Where there is none, JNA fails. */
    public static synchronized void chooseFolder() {
        if (System.getProperty(FOLDER) == null) {
            folder().ifPresent(folder -> System.setProperty(FOLDER, folder.toString()));
        }
    }

    private static Optional<Path> folder() {
        var caches = StartUpCache.ofUser();
        if (caches.refusal().isEmpty() && permitsPrograms(caches.folder())) {
            return Optional.of(caches.folder());
        }
        try {
            var folder = Files.createTempDirectory("joust-native-");
            folder.toFile().deleteOnExit();
            return Optional.of(folder).filter(NativeLibraries::permitsPrograms);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** False where the file system is mounted noexec: then no file of it is executable. */
    static boolean permitsPrograms(Path folder) {
        try {
            var probe = Files.createTempFile(folder, "joust-", ".probe");
            try {
                if (Files.getFileStore(probe).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("rwx------"));
                }
                return Files.isExecutable(probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
