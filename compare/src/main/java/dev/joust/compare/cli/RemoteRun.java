package dev.joust.compare.cli;

import dev.joust.compare.merge.ShardSource;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.remote.RemoteRequest;
import dev.joust.compare.remote.RemoteSession;
import dev.joust.scenario.Arm;
import dev.joust.scenario.PrintableText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * {@code joust run --on}: other hosts run the shards of a session, each with the options that were given here.
 *
 * @param folder of the merged session
 */
record RemoteRun(RemoteOptions remote, GivenOptions given, Path folder) {
    /** Options that each host gets otherwise. */
    private static final Set<String> OF_THIS_MACHINE = Set.of("--on", "--remote-java", "--out");

    /** Options of a session that runs here. */
    private static final List<String> NOT_WITH_ON =
            List.of("--resume", "--shard", "--host", "--emit", "--until-input-ends");

    private static final String SEED = "--seed";

    /**
     * Runs the shards, merges them, and judges the session.
     *
     * @param names of the scenarios, as they were given
     * @param asked the same scenarios, which are read here first: a bad one reaches no host
     * @return the exit code
     */
    int run(Profile profile, List<String> names, ScenarioRequest asked) throws IOException, InterruptedException {
        check();
        checkJars(profile, asked);
        List<String> options = new ArrayList<>(given.words(OF_THIS_MACHINE));
        if (!given.has(SEED)) {
            options.addAll(List.of(SEED, Long.toString(SessionOptions.randomSeed())));
        }
        var request = new RemoteRequest(remote.hosts(), folder, names, options, remote.java());
        var shards = new RemoteSession(request, System.out).run();
        var source = new ShardSource(System.in, true, RemoteRun::show);
        return MergedRun.end(source.readAll(shards.stream().map(Path::toString).toList()), folder, System.out);
    }

    private void check() {
        MergedRun.check(folder);
        for (var name : NOT_WITH_ON) {
            if (given.has(name)) {
                throw new UsageException(name + " and --on exclude each other");
            }
        }
        if (given.values("--service").stream().anyMatch(service -> service.contains("://"))) {
            throw new UsageException(
                    "--on starts a service on each host; one at a URL would count the calls of all hosts together");
        }
    }

    private static void checkJars(Profile profile, ScenarioRequest asked) {
        for (var scenario : asked.choose(profile, ModelRegistry.found()).scenarios()) {
            for (var arm : scenario.arms()) {
                if (hasJars(arm)) {
                    throw new UsageException(String.format(
                            Locale.ROOT, "--on sends no jars, and %s/%s chooses some", scenario.name(), arm.name()));
                }
            }
        }
    }

    private static boolean hasJars(Arm arm) {
        return arm.runtime().filter(own -> !own.jars().isEmpty()).isPresent();
    }

    private static void show(String line) {
        System.out.println(PrintableText.line(line));
    }
}
