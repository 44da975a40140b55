package dev.joust.compare.merge;

import dev.joust.compare.plan.Plan;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.ShardHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what a merged session has of its plan, and which rounds are missing. */
record MergeSummary(Session session, List<Result> results) {
    /** So many shards and rounds are named, the others counted. */
    private static final int NAMED = 12;

    List<String> lines() {
        var hosts = session.hosts().orElseThrow();
        int count = hosts.getFirst().shard().count();
        var byShard =
                hosts.stream().collect(Collectors.toMap(host -> host.shard().index(), host -> host));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "merged %d of %d shards with %d results, of %s",
                hosts.size(),
                count,
                results.size(),
                named(hosts.stream().map(ShardHost::name).toList())));
        var attempts = new Attempts(results);
        var missing = IntStream.rangeClosed(1, count)
                .mapToObj(index -> missing(new Shard(index, count), byShard, attempts))
                .flatMap(List::stream)
                .toList();
        lines.addAll(missing.subList(0, Math.min(NAMED, missing.size())));
        if (missing.size() > NAMED) {
            lines.add(String.format(Locale.ROOT, "and %d more shards lack rounds", missing.size() - NAMED));
        }
        return lines;
    }

    private List<String> missing(Shard shard, Map<Integer, ShardHost> byShard, Attempts attempts) {
        var rounds = IntStream.rangeClosed(1, session.plan().looks().blocks())
                .filter(shard::runs)
                .filter(round -> !isWhole(round, attempts))
                .mapToObj(Integer::toString)
                .toList();
        if (rounds.isEmpty()) {
            return List.of();
        }
        var host = byShard.get(shard.index());
        return List.of(String.format(
                Locale.ROOT,
                host == null ? "shard %s is missing, with %s %s" : "shard %s lacks %s %s",
                host == null ? shard : String.format(Locale.ROOT, "%s of %s", shard, host.name()),
                rounds.size() == 1 ? "round" : "rounds",
                named(rounds)));
    }

    /** Whether each block of a round has an attempt with all of its arms. */
    private boolean isWhole(int round, Attempts attempts) {
        return session.fullPlan().round(round).stream().allMatch(block -> isWhole(block, attempts));
    }

    private static boolean isWhole(Plan.Block block, Attempts attempts) {
        var found = attempts.of(block.scenario().name()).get(block.number());
        return found != null
                && found.values().stream()
                        .anyMatch(attempt -> attempt.size() == block.order().size());
    }

    private static String named(List<String> all) {
        var first = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED ? first : String.format(Locale.ROOT, "%s and %d more", first, all.size() - NAMED);
    }
}
