package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of temporary files is everybody's: another user may have put anything in the place of the lock. */
final class MachineLockTest {
    private static final Path SESSION = Path.of("/sessions/mine");

    @TempDir
    private Path folder;

    private final ChildProcesses children = new ChildProcesses();
    private MachineLock.Places places;

    @BeforeEach
    void oneMachine() {
        places = new MachineLock.Places(
                List.of(folder.resolve("own"), folder.resolve("next")), folder.resolve("common.lock"));
    }

    @AfterEach
    void endChildren() {
        children.close();
    }

    @Test
    void aSecondSessionOfTheUserIsRefused() {
        try (var lock = MachineLock.take(places, SESSION)) {
            assertThat(lock.cautions()).isEmpty();
            assertThat(lock.held()).hasSize(2);
            assertThatExceptionOfType(SessionLockedException.class)
                    .isThrownBy(() -> MachineLock.take(places, folder))
                    .withMessageStartingWith("another session runs on this machine: process ")
                    .withMessageContaining("/sessions/mine");
        }
        MachineLock.take(places, SESSION).close();
    }

    @Test
    void aSessionOfAnotherUserIsACaution() throws Exception {
        hold(places.common(), "/sessions/theirs");
        assertThat(caution())
                .startsWith("another session runs on this machine: process ")
                .endsWith(String.format(
                                Locale.ROOT,
                                ", folder /sessions/theirs (lock %s); this session runs all the same, ",
                                places.common())
                        + "and repeats blocks that are disturbed");
    }

    @Test
    void aFolderInThePlaceOfTheCommonLockStopsNobody() throws IOException {
        Files.createDirectory(places.common());
        assertThat(caution()).contains(places.common() + " cannot be used: it is no regular file; ");
    }

    @Test
    void aLinkInThePlaceOfTheCommonLockIsNotFollowed() throws IOException {
        var victim = Files.writeString(folder.resolve("victim"), "kept");
        Files.createSymbolicLink(places.common(), victim);
        assertThat(caution()).contains(" cannot be used: it is no regular file; ");
        assertThat(victim).hasContent("kept");
        Files.delete(places.common());
        Files.createLink(places.common(), victim);
        assertThat(caution()).contains(" cannot be used: it has more than one name; ");
        assertThat(victim).hasContent("kept");
    }

    @Test
    void aPipeInThePlaceOfTheCommonLockBlocksNobody() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", places.common().toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        assertThat(caution()).contains(" cannot be used: it is no regular file; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\u001B]0;title\u0007\r\nb", "\0", "/\u202Etxt"})
    void theTextOfTheCommonLockCannotSteerATerminal(String session) throws Exception {
        hold(places.common(), "/sessions/theirs");
        Files.writeString(places.common(), "1\n2026-01-02T03:04:05Z\n" + session, StandardCharsets.UTF_8);
        assertThat(caution()).doesNotContainPattern("[\\p{Cntrl}\u202E]");
    }

    @Test
    void aLongTextOfTheCommonLockIsCut() throws Exception {
        hold(places.common(), "/sessions/theirs");
        Files.writeString(places.common(), "1\n2026-01-02T03:04:05Z\n/" + "a".repeat(1 << 20));
        assertThat(caution()).contains("aaa…").hasSizeLessThan(600);
    }

    @Test
    void aFolderOfTheOwnLockThatOthersCanWriteIsLeftForTheNext() throws IOException {
        var own = places.own().getFirst();
        Files.createDirectory(own);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(caution()).startsWith("this session may not be alone: other users can write the folder " + own);
        try (var lock = MachineLock.take(places, SESSION)) {
            assertThat(lock.held()).hasSize(2);
            assertThat(places.own().getLast()).isNotEmptyDirectory();
        }
    }

    @Test
    void theOwnFolderDoesNotDependOnTheLogin() {
        var tmp = Path.of("/tmp");
        var own = MachineLock.Places.usual(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), tmp)
                .own();
        assertThat(own).hasSize(2).last().isEqualTo(Path.of("/run/user/7/joust"));
        assertThat(MachineLock.Places.usual(Map.of(), tmp).own()).containsExactly(own.getFirst());
        assertThat(own.getFirst().toString()).matches("/tmp/joust-\\w+");
    }

    private String caution() {
        try (var lock = MachineLock.take(places, SESSION)) {
            assertThat(lock.cautions()).hasSize(1);
            return lock.cautions().getFirst();
        }
    }

    private void hold(Path place, String session) throws Exception {
        var other = children.start(new ProcessBuilder(Waits.java(LockHolder.class, place.toString(), session))
                .redirectError(ProcessBuilder.Redirect.INHERIT));
        assertThat(other.inputReader().readLine()).isEqualTo("held true");
    }
}
