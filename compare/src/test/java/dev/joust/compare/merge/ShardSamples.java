package dev.joust.compare.merge;

import static dev.joust.compare.SampleScenarios.claim;
import static dev.joust.compare.SessionFixture.wobble;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.SessionFolder;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Shards of one made-up plan, as data, on disk and as a stream. */
final class ShardSamples {
    private static final List<String> ARMS = List.of("platform-threads", "virtual-threads");

    private ShardSamples() {}

    static SessionFixture fixture(String shard, String host) {
        return new SessionFixture(Profile.QUICK)
                .shard(shard, host)
                .with(SampleScenarios.batch(
                        "race",
                        "Which threads are faster?",
                        ARMS,
                        claim(ARMS.getFirst(), ARMS.getLast(), new Beats(1.5), Quantity.MAKESPAN, 7)))
                .arm(ARMS.getFirst(), block -> SampleTrial.batch(wobble(0.5, block, 0.02)))
                .arm(ARMS.getLast(), block -> SampleTrial.batch(wobble(1, block + 1, 0.02)))
                .note(ARMS.getFirst(), 1, "somebody compiled on " + host)
                .faster("jvm", 1.01)
                .controls();
    }

    static ShardData shard(String shard, String host) {
        var text = stream(shard, host);
        return new ShardStream(shard, false, _ -> {}).read(bytes(text)).getFirst();
    }

    /** What {@code run --emit} writes. */
    static String stream(String shard, String host) {
        try {
            var folder = Files.createTempDirectory("shard");
            fixture(shard, host).save(folder);
            var text = emitted(folder);
            remove(folder);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String emitted(Path folder) {
        var out = new ByteArrayOutputStream();
        var opened = SessionFolder.open(folder);
        try (var emitter = new ShardEmitter(new PrintStream(out, false, StandardCharsets.UTF_8), _ -> {})) {
            emitter.begin(opened, opened.readSession());
            emitter.end();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
