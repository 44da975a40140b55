package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFolderTest {
    private record OtherUser(String getName) implements UserPrincipal {}

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = temporary.resolve("parent/private");
    }

    @Test
    void itIsCreatedForItsOwnerAlone() throws IOException {
        PrivateFolder.create(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        PrivateFolder.create(folder);
    }

    @Test
    void aFolderThatOthersCanReadIsUsed() throws IOException {
        PrivateFolder.create(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        PrivateFolder.create(folder);
    }

    @Test
    void aFolderThatOthersCanWriteIsRefused() throws IOException {
        PrivateFolder.create(folder);
        for (var mode : new String[] {"rwxrwx---", "rwx----w-"}) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
            assertThatIOException()
                    .isThrownBy(() -> PrivateFolder.create(folder))
                    .withMessage("other users can write the folder %s; delete it, or change its mode to 0700", folder);
        }
    }

    @Test
    void aFolderOfAnotherUserIsRefused() throws IOException {
        PrivateFolder.create(folder);
        assertThatIOException()
                .isThrownBy(() -> PrivateFolder.create(folder, new OtherUser("mallory")))
                .withMessageStartingWith("the folder " + folder + " belongs to another user, ");
    }

    @Test
    void aLinkOrAFileInItsPlaceIsRefused() throws IOException {
        PrivateFolder.create(temporary.resolve("target"));
        Files.createDirectory(folder.getParent());
        Files.createSymbolicLink(folder, temporary.resolve("target"));
        assertThatIOException()
                .isThrownBy(() -> PrivateFolder.create(folder))
                .withMessage("%s is a link, not a folder", folder);
        Files.delete(folder);
        Files.createFile(folder);
        assertThatIOException()
                .isThrownBy(() -> PrivateFolder.create(folder))
                .withMessage("%s is a file, not a folder", folder);
        assertThatIOException()
                .isThrownBy(() -> PrivateFolder.create(folder.resolve("deeper/private")))
                .withMessageStartingWith("the folder " + folder + "/deeper/private cannot be used: ");
    }
}
