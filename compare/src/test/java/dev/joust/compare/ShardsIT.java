package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.SessionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A plan in shards: each shard is a run of its own, and what they emit is merged. */
@Tag("long")
final class ShardsIT {
    /** Calibrations come first, beside other tests. */
    private static final Duration START_LIMIT = Duration.ofSeconds(150);

    @TempDir
    private Path folder;

    private JoustCommand joust;
    private String scenario;

    @BeforeEach
    void writeScenario() throws IOException {
        joust = new JoustCommand(folder);
        scenario = TinyScenario.write(folder, "race").toString();
    }

    @Test
    void shardsThatAreEmittedAreMergedIntoOneSession() throws Exception {
        var logs = List.of(emitted("1/2", "anvil"), emitted("2/2", "bench"));
        assertThat(logs.getFirst())
                .content()
                .contains("{\"joust\":\"shard\",\"format\":1,", "{\"end\":{\"results\":2,\"interrupted\":false}}")
                .contains("shard 1/2 of the plan with seed 7, on anvil: 2 trials, 2 of them valid");
        var merged = folder.resolve("merged");
        var ended = joust.run(
                "merge", logs.getFirst().toString(), folder.resolve("shard-2").toString(), "--out", merged.toString());
        assertThat(ended.said()).contains("merged 2 of 2 shards with 4 results, of anvil, bench");
        assertThat(SessionFolder.open(merged).readResults())
                .extracting(Result::host)
                .extracting(host -> host.orElseThrow())
                .containsExactly("anvil", "anvil", "bench", "bench");
        assertThat(merged.resolve("report.html")).exists();
        for (var command : List.of("judge", "report")) {
            assertThat(joust.run(command, merged.toString()).status()).isLessThan(ExitCode.USAGE.number());
        }
        assertThat(joust.run("run", "--resume", merged.toString()).said())
                .contains(merged + " is merged; go on with its shards, and merge again");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "it sends a signal")
    void aShardThatIsStoppedEndsItsStreamAndGoesOn() throws Exception {
        var session = folder.resolve("session");
        try (var running = joust.start(
                "run",
                scenario,
                "--no-controls",
                "--rest",
                "0",
                "--shard",
                "2/3",
                "--seed",
                "7",
                "--host",
                "anvil",
                "--emit",
                "--out",
                session.toString())) {
            await().atMost(START_LIMIT).until(() -> running.said().contains("{\"result\":"));
            running.signal("TERM");
            assertThat(running.awaitEnd()).isEqualTo(ExitCode.TERMINATED.number());
            assertThat(running.said()).contains("\"interrupted\":true}}");
        }
        var resumed = joust.run("run", "--resume", session.toString(), "--emit", "--rest", "0");
        var results = SessionFolder.open(session).readResults(); // six, and those of blocks that are repeated
        assertThat(resumed.said())
                .contains("{\"end\":{\"results\":" + results.size() + ",\"interrupted\":false}}")
                .contains("shard 2/3 of the plan with seed 7");
        assertThat(results)
                .hasSizeGreaterThanOrEqualTo(6)
                .extracting(result -> result.id().block())
                .containsOnly(2, 5, 8);
    }

    /** Runs a shard, and returns its log: what it emits, among what it says. */
    private Path emitted(String shard, String host) throws Exception {
        var out = folder.resolve("shard-" + shard.charAt(0));
        var ended = joust.run(
                "run",
                scenario,
                "--profile",
                "smoke",
                "--shard",
                shard,
                "--seed",
                "7",
                "--host",
                host,
                "--emit",
                "--out",
                out.toString());
        assertThat(ended.status()).as(ended.said()).isZero();
        return Files.writeString(folder.resolve(host + ".log"), ended.said());
    }
}
