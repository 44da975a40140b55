package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.verdict.Evidence.Checked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far away the service of a session is: the median round trip of each judged block, and the median, the least and
 * the largest of these.
 *
 * @param host that measured it, in a merged session
 * @param medianNanos of the blocks, and so are the others
 */
public record ServiceDistance(Optional<String> host, int blocks, long medianNanos, long leastNanos, long mostNanos) {

    /** One per host; none for a session whose service Joust started, or whose scenarios do not call it. */
    public static List<ServiceDistance> of(Judgement judgement) {
        Map<String, List<Long>> byHost = new TreeMap<>();
        judgement.scenarios().stream()
                .map(Judgement.ScenarioJudgement::evidence)
                .collect(Collectors.toMap(
                        evidence -> evidence.scenario().name(), evidence -> evidence, (first, same) -> first))
                .values()
                .forEach(evidence -> evidence.blocks().values().forEach(block -> block.values().stream()
                        .map(Checked::result)
                        .collect(Collectors.groupingBy(result -> result.host().orElse("")))
                        .forEach((host, results) -> median(results)
                                .ifPresent(nanos -> byHost.computeIfAbsent(host, _ -> new ArrayList<>())
                                        .add(nanos)))));
        return byHost.entrySet().stream()
                .map(host -> of(
                        Optional.of(host.getKey()).filter(name -> !name.isEmpty()),
                        host.getValue().stream().mapToLong(Long::longValue).toArray()))
                .toList();
    }

    private static Optional<Long> median(List<Result> block) {
        long[] medians = block.stream()
                .flatMap(result -> result.outside().roundTrips().stream())
                .flatMapToLong(RoundTrips::medians)
                .toArray();
        return medians.length == 0 ? Optional.empty() : Optional.of(middle(medians));
    }

    private static ServiceDistance of(Optional<String> host, long... blocks) {
        long middle = middle(blocks); // and sorted
        return new ServiceDistance(host, blocks.length, middle, blocks[0], blocks[blocks.length - 1]);
    }

    /** Sorts the values, and returns one in the middle. */
    private static long middle(long... values) {
        Arrays.sort(values);
        return values[(values.length - 1) / 2];
    }

    /** In one line, without a full stop. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "the service is %.2f ms away%s (median of %d block%s; %.2f to %.2f)",
                medianNanos / 1e6,
                host.map(name -> " from " + name).orElse(""),
                blocks,
                blocks == 1 ? "" : "s",
                leastNanos / 1e6,
                mostNanos / 1e6);
    }
}
