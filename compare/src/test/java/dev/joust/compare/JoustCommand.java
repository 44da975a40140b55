package dev.joust.compare;

import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.JvmCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs {@code joust} as a process of its own, from the class path of the tests.
 *
 * @param folder of all files that it writes or reads
 * @param environment additional environment variables
 * @param before the command line of a program that starts it
 * @param limit how long it may take
 */
record JoustCommand(Path folder, Map<String, String> environment, List<String> before, Duration limit) {
    private static final Duration USUAL_LIMIT = Duration.ofMinutes(2);
    private static final String SCENARIOS = "-Djoust.scenarios=";

    JoustCommand(Path folder) {
        this(folder, Map.of(), List.of(), USUAL_LIMIT);
    }

    /** A copy with an additional environment variable. */
    JoustCommand with(String name, String value) {
        var more = new HashMap<>(environment);
        more.put(name, value);
        return new JoustCommand(folder, more, before, limit);
    }

    /** A copy that another program starts by {@code exec}. */
    JoustCommand by(String... words) {
        return new JoustCommand(folder, environment, List.of(words), limit);
    }

    /** A copy that may take this long. */
    JoustCommand within(Duration longer) {
        return new JoustCommand(folder, environment, before, longer);
    }

    /** Writes a scenario that calls the service, and links the service, into the folder. */
    String writeCallingScenario() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("service"), Distribution.serviceFolder().toAbsolutePath());
        return Files.writeString(folder.resolve("calls.yaml"), """
                scenario: calls
                question: Which threads call the service?
                work:
                  task: [{call: 1ms}]
                load:
                  closed: {inFlight: 8, for: 1s}
                models: [virtual-threads, platform-threads]
                metric: throughput
                """).toString();
    }

    /**
     * Writes the launcher {@code joust} into the folder. It runs the class path of the tests.
     *
     * @param scenarios the folder of the scenarios that are Joust's own
     */
    Path writeLauncher(Path scenarios) throws IOException {
        Files.createDirectories(scenarios);
        var quoted = words().stream()
                .map(word -> word.startsWith(SCENARIOS) ? SCENARIOS + scenarios : word)
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        var launcher = Files.writeString(folder.resolve("joust"), "#!/bin/sh\nexec " + quoted + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        return launcher;
    }

    /** Starts it. */
    RunningJoust start(String... arguments) throws IOException {
        var output = Files.createTempFile(folder, "output", ".txt");
        var builder =
                new ProcessBuilder(words(arguments)).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new RunningJoust(builder.start(), output, limit);
    }

    /** Runs it to its end, and returns exit code and output. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        try (var running = start(arguments)) {
            return new Ended(running.awaitEnd(), running.said());
        }
    }

    /**
     * How a run ended.
     *
     * @param said standard output and standard error
     */
    record Ended(int status, String said) {}

    private List<String> words(String... arguments) {
        var own = Stream.of(
                JvmCommand.java().toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-Djoust.home=" + folder,
                SCENARIOS + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Joust.class.getName());
        List<String> words = new ArrayList<>(before);
        Stream.concat(own, Stream.of(arguments)).forEach(words::add);
        return words;
    }
}
