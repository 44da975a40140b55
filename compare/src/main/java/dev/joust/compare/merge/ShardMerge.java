package dev.joust.compare.merge;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionLine;
import dev.joust.compare.session.SessionLines;
import dev.joust.compare.session.ShardHost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Joins shards of one plan. The result depends on the shards alone, not on their order, nor on earlier merges. */
public final class ShardMerge {
    private ShardMerge() {}

    /**
     * The session of these shards.
     *
     * @param name of the merged session
     * @throws UsageException where they do not belong together
     */
    public static MergedSession of(List<ShardData> shards, String name) {
        if (shards.isEmpty()) {
            throw new UsageException("there is no shard to merge");
        }
        var sorted = shards.stream()
                .sorted(Comparator.comparing(shard -> shard.shard().index()))
                .toList();
        ShardFit.check(sorted);
        Map<String, Long> shardsOfMachine =
                sorted.stream().collect(Collectors.groupingBy(ShardData::host, Collectors.counting()));
        List<ShardHost> hosts = new ArrayList<>();
        List<SessionLine> lines = new ArrayList<>();
        for (var shard : sorted) {
            var host = shardsOfMachine.get(shard.host()) == 1
                    ? shard.host()
                    : String.format(Locale.ROOT, "%s (%s)", shard.host(), shard.shard());
            hosts.add(new ShardHost(
                    host,
                    shard.shard(),
                    shard.session().machine(),
                    shard.session().instrument()));
            shard.lines().all().map(line -> line.withHost(host)).forEach(lines::add);
        }
        hosts.sort(Comparator.comparing(ShardHost::name));
        var first = hosts.getFirst();
        var plan = sorted.stream()
                .filter(shard -> shard.shard().equals(first.shard()))
                .map(shard -> shard.session().plan())
                .findFirst()
                .orElseThrow();
        var session = new Session(
                sorted.getFirst().session().format(),
                name,
                plan,
                first.machine(),
                first.instrument(),
                Optional.of(List.copyOf(hosts)));
        return new MergedSession(session, SessionLines.of(lines));
    }
}
