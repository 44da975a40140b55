package dev.joust.compare.remote;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.session.Session;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Json;
import dev.joust.trial.TrialId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts on this machine, each a folder that is the home of its user, and a program that stands for {@code ssh}.
 *
 * @param folder of all of them
 */
record FakeHosts(Path folder) {
    static final String HEADER = "{\"joust\":\"shard\",\"format\":1,\"version\":\"from classes\"}";

    /** A distribution with a launcher that prints what a host has prepared. */
    SentDistribution distribution() throws IOException {
        var home = folder.resolve("dist");
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib/some.jar"), "no jar\n".repeat(5_000));
        return SentDistribution.of(program("joust.sh", folder.resolve("launcher")), home);
    }

    SshProgram ssh(PrintStream log) throws IOException {
        return new SshProgram(program("ssh.sh", folder.resolve("ssh")).toString(), log);
    }

    /** The home of a host. */
    Path home(String host) throws IOException {
        return Files.createDirectories(folder.resolve(host));
    }

    /** Prepares a host that prints these lines, and then ends by itself. */
    void prepare(String host, List<String> lines) throws IOException {
        prepare(host, lines, "exit 0");
    }

    /**
     * Prepares a host that prints these lines.
     *
     * @param ending what its launcher then does
     */
    void prepare(String host, List<String> lines, String ending) throws IOException {
        Files.writeString(home(host).resolve("stream"), String.join("\n", lines) + "\n");
        Files.writeString(home(host).resolve("ending"), ending + "\n");
    }

    /** The session of a shard on a host. */
    static Session session(String host, Shard shard, long seed) {
        var sample = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Which wins?", List.of("one", "other")))
                .session();
        var plan = sample.plan();
        var machine = sample.machine();
        return new Session(
                sample.format(),
                "session",
                new Session.Planned(
                        plan.profile(),
                        seed,
                        plan.scenarios(),
                        plan.notAsked(),
                        plan.unavailable(),
                        Optional.of(shard)),
                new Session.Machine(
                        machine.started(),
                        machine.environment(),
                        machine.flags(),
                        machine.service(),
                        machine.disturbanceLimits(),
                        Optional.of(host)),
                sample.instrument());
    }

    /** The lines of a shard: what is fixed, the results of its rounds, the end. */
    static List<String> stream(String host, Shard shard) {
        var session = session(host, shard, 4711);
        List<String> lines = new ArrayList<>(List.of(HEADER, "{\"session\":" + Json.line(session) + "}"));
        int results = 0;
        for (int round = 1; round <= session.plan().looks().blocks(); round++) {
            if (session.runs(round)) {
                lines.add(result("one", round, 1.0));
                lines.add(result("other", round, 2.0));
                results += 2;
            }
        }
        lines.add(end(results, false));
        return lines;
    }

    static String result(String arm, int round, double seconds) {
        var id = new TrialId("session", "race", arm, round, 1);
        return "{\"result\":" + Json.line(SampleTrial.batch(seconds).of(id, new Ceiling(2, 4096))) + "}";
    }

    static String end(int results, boolean interrupted) {
        return String.format(Locale.ROOT, "{\"end\":{\"results\":%d,\"interrupted\":%b}}", results, interrupted);
    }

    private static Path program(String resource, Path file) throws IOException {
        if (!Files.exists(file)) {
            try (var in = FakeHosts.class.getResourceAsStream(resource)) {
                Files.copy(in, file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        return file;
    }
}
