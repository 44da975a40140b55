package dev.joust.compare.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a merge writes depends on the shards alone: not on their order, and not on which were merged before. */
final class MergeOrderTest {
    private static final int COUNT = 6;
    private static final List<String> MACHINES = List.of("anvil", "bench", "anvil-2");
    private static final Map<String, ShardData> SHARDS = new HashMap<>();

    @Property(tries = 60)
    void theOrderOfTheSourcesDoesNotMatter(@ForAll @IntRange(min = 1, max = COUNT) int count, @ForAll long seed)
            throws IOException {
        var shards = shards(count, new Random(seed));
        var expected = written(ShardMerge.of(shards, "m"));
        var shuffled = new ArrayList<>(shards);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(written(ShardMerge.of(shuffled, "m"))).isEqualTo(expected);
    }

    @Property(tries = 60)
    void earlierMergesDoNotMatter(
            @ForAll @IntRange(min = 2, max = COUNT) int count,
            @ForAll @IntRange(min = 1, max = COUNT - 1) int first,
            @ForAll long seed)
            throws IOException {
        var shards = new ArrayList<>(shards(count, new Random(seed)));
        Collections.shuffle(shards, new Random(seed + 1));
        int cut = Math.min(first, count - 1);
        var left = again(shards.subList(0, cut));
        var right = again(shards.subList(cut, count));
        var all = new ArrayList<>(right);
        all.addAll(left);
        assertThat(written(ShardMerge.of(all, "m"))).isEqualTo(written(ShardMerge.of(shards, "m")));
    }

    /** Merges shards and reads them from the folder of the merged session. */
    private static List<ShardData> again(List<ShardData> shards) throws IOException {
        var folder = Files.createTempDirectory("merged");
        ShardMerge.of(shards, "earlier").write(folder);
        var read = new ShardSource(InputStream.nullInputStream(), false, _ -> {}).read(folder.toString());
        ShardSamples.remove(folder);
        return read;
    }

    /** Shards of a plan, of which several may have run on one machine. */
    private static List<ShardData> shards(int count, Random random) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(index -> index + "/" + COUNT + " " + MACHINES.get(random.nextInt(MACHINES.size())))
                .map(shard -> SHARDS.computeIfAbsent(
                        shard, text -> ShardSamples.shard(text.split(" ")[0], text.split(" ")[1])))
                .toList();
    }

    /** The bytes of each file. */
    private static Map<String, String> written(MergedSession merged) throws IOException {
        var folder = Files.createTempDirectory("merged");
        merged.write(folder);
        Map<String, String> files = new HashMap<>();
        try (var all = Files.list(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(files).containsKeys("session.json", "results.jsonl");
        ShardSamples.remove(folder);
        return files;
    }
}
