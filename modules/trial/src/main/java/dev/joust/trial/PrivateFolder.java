package dev.joust.trial;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Folders that only this user can write. What a JVM loads from a folder of another user would be a stranger's code. A
 * file system without POSIX permissions is trusted as it is.
 */
public final class PrivateFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PrivateFolder() {}

    /**
     * Creates the folder with mode 0700, or checks the one that exists.
     *
     * @throws IOException when it cannot be created, is a link, belongs to another user, or others can write it; the
     *     message is one sentence
     */
    public static void create(Path folder) throws IOException {
        create(folder, self());
    }

    static void create(Path folder, UserPrincipal self) throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
            if (Files.getFileStore(parent).supportsFileAttributeView("posix")) {
                createOwned(folder, self);
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw e.getClass() == IOException.class
                    ? e
                    : new IOException(String.format(Locale.ROOT, "the folder %s cannot be used: %s", folder, e), e);
        }
    }

    private static void createOwned(Path folder, UserPrincipal self) throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            check(folder, self);
        }
    }

    private static void check(Path folder, UserPrincipal self) throws IOException {
        var found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isDirectory()) {
            throw new IOException(String.format(
                    Locale.ROOT, "%s is %s, not a folder", folder, found.isSymbolicLink() ? "a link" : "a file"));
        }
        if (!found.owner().equals(self)) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the folder %s belongs to another user, %s",
                    folder,
                    found.owner().getName()));
        }
        var shared = EnumSet.copyOf(OTHERS_WRITE);
        shared.retainAll(found.permissions());
        if (!shared.isEmpty()) {
            throw new IOException(String.format(
                    Locale.ROOT, "other users can write the folder %s; delete it, or change its mode to 0700", folder));
        }
    }

    /** The user of this process, whose files these are. */
    public static UserPrincipal self() throws IOException {
        var process = Path.of("/proc/self");
        if (Files.exists(process)) {
            return Files.getOwner(process);
        }
        var probe = Files.createTempFile("joust-", ".owner");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
