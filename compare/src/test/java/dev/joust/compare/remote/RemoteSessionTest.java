package dev.joust.compare.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemoteSessionTest {
    private static final List<SshHost> HOSTS = SshHost.parse(List.of("ssh://a", "ssh://b"));

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void aWholeAttemptIsBetterThanAPart() {
        assertThat(best(attempt(0, 1, 5, "it hangs"), attempt(1, 2, 6, ""), attempt(1, 1, 6, "")))
                .containsExactly(Path.of("1-b"), Path.of("2-b"));
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void ofTwoPartsTheLongerOneIsUsedAsFarAsItCame() {
        assertThat(best(attempt(0, 1, 5, "it hangs"), attempt(1, 2, 6, ""), attempt(1, 1, 4, "it hangs")))
                .containsExactly(Path.of("1-a"), Path.of("2-b"));
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("shard 1/2 is used as far as a came, with 5 results");
    }

    @Test
    void aShardWithoutResultsIsLeftOut() {
        assertThat(best(attempt(0, 1, 0, "no key"), attempt(1, 2, 6, ""))).containsExactly(Path.of("2-b"));
        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("shard 1/2 is left out");
    }

    @Test
    void withoutAnyResultThereIsOneLineWithAllReasons() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> best(attempt(1, 2, 0, "no JDK 25"), attempt(0, 1, 0, "no key")))
                .withMessage("no host has measured anything: a: no key; b: no JDK 25");
    }

    @Test
    void theFolderOfASessionThatNoHostBeganIsUsedAgain(@TempDir Path folder) throws IOException {
        var request = new RemoteRequest(HOSTS, folder, List.of(), List.of(), Optional.empty());
        var session = new RemoteSession(request, new PrintStream(shown, true, StandardCharsets.UTF_8));
        assertThat(session.emptyFolder()).isEqualTo(session.emptyFolder());

        Files.createDirectory(session.emptyFolder().resolve("1-a"));
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(session::emptyFolder)
                .withMessageContaining("holds a session already");
    }

    private List<Path> best(ShardAttempt... attempts) {
        var request = new RemoteRequest(HOSTS, Path.of("s"), List.of(), List.of(), Optional.empty());
        return new RemoteSession(request, new PrintStream(shown, true, StandardCharsets.UTF_8)).best(List.of(attempts));
    }

    private static ShardAttempt attempt(int host, int shard, int results, String failure) {
        return new ShardAttempt(
                HOSTS.get(host),
                new Shard(shard, HOSTS.size()),
                Path.of(shard + "-" + HOSTS.get(host).name()),
                results,
                Optional.of(failure).filter(reason -> !reason.isEmpty()));
    }
}
