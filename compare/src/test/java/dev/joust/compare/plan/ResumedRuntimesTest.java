package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.FakePrograms;
import dev.joust.compare.FakeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumedRuntimesTest {
    private final ModelRegistry registry = ModelRegistry.of(Map.of(), List.of(new FakeRuntime()));

    @TempDir
    private Path folder;

    private Path program;
    private Map<String, RuntimeStatus> before;

    @BeforeEach
    void startSession() throws IOException {
        program = new FakePrograms(folder).killed();
        before = Map.of(FakeRuntime.NAME, RuntimeStatus.of(new FakeRuntime(), Optional.of(program), List.of()));
    }

    @Test
    void aProgramThatTheUserNamesAgainGoesOn() {
        assertThat(new ResumedRuntimes(registry, Map.of(FakeRuntime.NAME, program), List.of()).find(before))
                .isEqualTo(before);
    }

    @Test
    void aProgramThatOnlyTheSessionFileNamesNeverRuns() throws IOException {
        var ran = folder.resolve("ran");
        Files.writeString(program, String.format(Locale.ROOT, "#!/bin/sh\ntouch %s\n", ran));
        assertThatThrownBy(() -> new ResumedRuntimes(registry, Map.of(), List.of()).find(before))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith(
                        String.format(Locale.ROOT, "; if you trust that program, add --runtime fake=%s", program));
        assertThat(ran).doesNotExist();
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        Files.writeString(program, Files.readString(program).replace("Fake 1.0", "Fake 1.1"));
        assertThatThrownBy(
                        () -> new ResumedRuntimes(registry, Map.of(FakeRuntime.NAME, program), List.of()).find(before))
                .isInstanceOf(UsageException.class)
                .hasMessage(String.format(
                        Locale.ROOT,
                        "the session cannot go on: it began with runtime fake, Fake 1.0 (%s), now it is Fake 1.1 (%s)",
                        program,
                        program));
    }

    @Test
    void anotherProgramIsRefused() throws IOException {
        var other = new FakePrograms(folder).rubbish();
        assertThatThrownBy(() -> new ResumedRuntimes(registry, Map.of(FakeRuntime.NAME, other), List.of()).find(before))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(String.format(Locale.ROOT, "now it is Fake 1.0 (%s)", other));
    }

    @Test
    void aMissingProgramIsRefused() throws IOException {
        Files.delete(program);
        assertThatThrownBy(
                        () -> new ResumedRuntimes(registry, Map.of(FakeRuntime.NAME, program), List.of()).find(before))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("now it is not available: killed is not there");
    }

    @Test
    void anUnknownRuntimeIsRefused() {
        assertThatThrownBy(() ->
                        new ResumedRuntimes(ModelRegistry.of(Map.of(), List.of()), Map.of(), List.of()).find(before))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("which is not known here");
    }

    @Test
    void aRuntimeThatWasNotAvailableStaysUnavailable() {
        var missing = Map.of(FakeRuntime.NAME, before.get(FakeRuntime.NAME).without("it was not installed"));
        assertThat(new ResumedRuntimes(registry, Map.of(), List.of()).find(missing))
                .isEqualTo(missing);
    }
}
