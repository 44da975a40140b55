package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLockTest {
    @TempDir
    private Path folder;

    private final ChildProcesses children = new ChildProcesses();
    private Path place;

    @BeforeEach
    void oneMachine() {
        place = folder.resolve("session.lock");
    }

    @AfterEach
    void endChildren() {
        children.close();
    }

    @Test
    void anotherProcessThatHoldsTheLockIsNamed() throws Exception {
        var other = holder("/sessions/first");
        assertThat(said(other)).isEqualTo("held true");
        assertThatExceptionOfType(SessionLockedException.class)
                .isThrownBy(() -> SessionLock.take(place, folder))
                .withMessageStartingWith("another session runs on this machine: process " + other.pid() + " since 20")
                .withMessageEndingWith(", folder /sessions/first (lock " + place + ")");
    }

    @Test
    void aKilledHolderReleasesTheLock() throws Exception {
        var other = holder("/sessions/first");
        assertThat(said(other)).isEqualTo("held true");
        other.destroyForcibly().waitFor();
        assertThat(Files.readString(place)).as("the text of the killed holder").contains("/sessions/first");
        try (var lock = SessionLock.take(place, Path.of("/sessions/second"))) {
            assertThat(lock).isNotNull();
            assertThat(Files.readString(place)).contains("/sessions/second").doesNotContain("first");
        }
    }

    @Test
    void aReleasedLockNamesNobody() throws IOException {
        SessionLock.take(place, folder).close();
        assertThat(place).isEmptyFile();
        SessionLock.take(place, folder).close();
    }

    /**
     * On POSIX, closing any descriptor of the file would release the lock: the other process proves that it is still
     * held.
     */
    @Test
    void aSecondAttemptOfThisProcessIsRefusedAndKeepsTheFirst() throws Exception {
        try (var lock = SessionLock.take(place, Path.of("/sessions/first"))) {
            assertThat(lock).isNotNull();
            long self = ProcessHandle.current().pid();
            for (var name : new Path[] {place, folder.resolve("x/../session.lock")}) {
                assertThatExceptionOfType(SessionLockedException.class)
                        .isThrownBy(() -> SessionLock.take(name, folder))
                        .withMessageContaining("process " + self + " since ")
                        .withMessageContaining("folder /sessions/first");
            }
            assertThat(said(holder("/sessions/third"))).contains("process " + self + " since ");
        }
    }

    @Test
    void aRefusedAttemptMaySucceedLater() throws Exception {
        var other = holder("/sessions/first");
        assertThat(said(other)).isEqualTo("held true");
        assertThatExceptionOfType(SessionLockedException.class).isThrownBy(() -> SessionLock.take(place, folder));
        other.getOutputStream().close();
        other.waitFor();
        SessionLock.take(place, folder).close();
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() throws IOException {
        Files.createDirectory(place);
        assertThatExceptionOfType(SessionLockedException.class)
                .isThrownBy(() -> SessionLock.take(place, folder))
                .withMessage("the session lock " + place + " cannot be used: it is no regular file");
        var nowhere = folder.resolve("missing/session.lock");
        assertThatExceptionOfType(SessionLockedException.class)
                .isThrownBy(() -> SessionLock.take(nowhere, folder))
                .withMessageStartingWith("the session lock " + nowhere + " is in no folder that can be read: ");
    }

    @Test
    void oldOrForeignTextNamesNobody() {
        assertThat(LockHolderNote.parse("")).isEmpty();
        assertThat(LockHolderNote.parse("x\ny\nz")).isEmpty();
        assertThat(LockHolderNote.parse("1\n2026-01-02T03:04:05Z\n\0")).isEmpty();
        assertThat(LockHolderNote.parse("1\n2026-01-02T03:04:05Z\n/a\nb")).isPresent();
        var self = LockHolderNote.self(folder);
        assertThat(LockHolderNote.parse(self.text())).hasValue(self);
    }

    private Process holder(String session) throws Exception {
        return children.start(new ProcessBuilder(Waits.java(LockHolder.class, place.toString(), session))
                .redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    private static String said(Process process) throws IOException {
        return process.inputReader().readLine();
    }
}
