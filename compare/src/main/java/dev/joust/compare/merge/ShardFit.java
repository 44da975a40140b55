package dev.joust.compare.merge;

import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariant;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks whether shards belong together: what a session fixes before its first trial is the same for all of them, but
 * for the machine. Different versions of Joust or of a runtime would be different models under one name.
 */
public final class ShardFit {

    /**
     * A property that is the same in all shards of a plan.
     *
     * @param name for messages
     * @param of what it is in a session; the text of a value is shown
     */
    private record SameInAll(String name, Function<Session, ?> of) {}

    private static final List<SameInAll> SAME = List.of(
            new SameInAll(
                    "Joust",
                    session ->
                            session.machine().environment().software().joust().orElse("from classes")),
            new SameInAll(
                    "commit",
                    session -> session.machine().environment().commit().orElse("none")),
            new SameInAll("profile", session -> session.plan().profile()),
            new SameInAll("seed", session -> session.plan().seed()),
            new SameInAll(
                    "shards",
                    session -> session.plan().shard().map(Shard::count).orElse(0)),
            new SameInAll("scenarios", session -> names(session)),
            new SameInAll("claims not asked", session -> text(session.plan().notAsked())),
            new SameInAll("arms not available", session -> arms(session.plan().unavailable())),
            new SameInAll("JVM flags", session -> session.machine().flags()),
            new SameInAll(
                    "JDK", session -> session.machine().environment().software().java()),
            new SameInAll("runtimes", session -> versions(session.instrument().runtimes())),
            new SameInAll("runtimes of arms", session -> session.instrument().chosenByArms().stream()
                    .map(RuntimeVariant::text)
                    .toList()));

    /** Longer values are not shown. */
    private static final int SHOWN = 300;

    /**
     * The folder of a scenario's file, which may be another one on each machine. A quantifier that gives back takes
     * some of the stack for each character, so none does.
     */
    private static final Pattern FOLDER =
            Pattern.compile("(\"declared\":\\{\"file\":\")(?:(?:[^\"\\\\/]++|\\\\.)*+/)++");

    private ShardFit() {}

    /**
     * Checks that these are different shards of one plan, on the same versions.
     *
     * @throws UsageException where they are not, in one line that says how
     */
    static void check(List<ShardData> shards) {
        var first = shards.getFirst();
        Map<Integer, ShardData> byIndex = new TreeMap<>();
        for (var shard : shards) {
            check(first, shard);
            var other = byIndex.putIfAbsent(shard.shard().index(), shard);
            if (other != null) {
                throw new UsageException(String.format(
                        Locale.ROOT,
                        "shard %s is in %s and in %s; leave one out",
                        shard.shard(),
                        other.source(),
                        shard.source()));
            }
        }
    }

    /**
     * Checks that two shards are of one plan, on the same versions; they may be the same shard.
     *
     * @throws UsageException where they are not, in one line that says how
     */
    public static void check(ShardData first, ShardData shard) {
        for (var same : SAME) {
            compare(first, shard, same);
        }
        compareScenarios(first, shard);
    }

    private static void compare(ShardData first, ShardData shard, SameInAll same) {
        var there = same.of().apply(first.session());
        var here = same.of().apply(shard.session());
        if (!there.equals(here)) {
            var both = String.format(Locale.ROOT, "%s %s, not %s", same.name(), here, there);
            throw refused(first, shard, both.length() <= SHOWN ? both : "other " + same.name());
        }
    }

    private static void compareScenarios(ShardData first, ShardData shard) {
        var there = first.session().plan().scenarios();
        var here = shard.session().plan().scenarios();
        for (int i = 0; i < there.size(); i++) {
            if (!text(there.get(i)).equals(text(here.get(i)))) {
                throw refused(
                        first,
                        shard,
                        String.format(
                                Locale.ROOT,
                                "another text of scenario %s",
                                here.get(i).name()));
            }
        }
    }

    private static UsageException refused(ShardData first, ShardData shard, String how) {
        return ShardData.refused(
                shard.source(), String.format(Locale.ROOT, "it does not belong to %s: it has %s", first.source(), how));
    }

    /** All that a value says, but for the folders of files. */
    private static String text(Object value) {
        return FOLDER.matcher(Json.line(value)).replaceAll("$1");
    }

    private static List<String> names(Session session) {
        return session.plan().scenarios().stream().map(Scenario::name).toList();
    }

    /** Without the reasons, which may name a path of the machine. */
    private static List<String> arms(List<UnavailableArm> arms) {
        return arms.stream().map(arm -> arm.scenario() + "/" + arm.arm()).toList();
    }

    private static Map<String, String> versions(Map<String, RuntimeStatus> runtimes) {
        return runtimes.entrySet().stream()
                .filter(runtime -> runtime.getValue().command().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, runtime -> runtime.getValue().status(), (one, _) -> one, TreeMap::new));
    }
}
