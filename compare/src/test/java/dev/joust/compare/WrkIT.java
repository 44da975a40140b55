package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.session.SessionFolder;
import dev.joust.trial.Histograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clients of servers beside wrk, at the same number of connections: throughput and median agree within 10 %. The
 * server computes on one loop for most of the time, so it is the bottleneck of both.
 */
@Isolated("it measures")
final class WrkIT {
    private static final int CONNECTIONS = 8;
    private static final double MARGIN = 0.1;
    private static final int ROUNDS = 3;
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S+");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");

    @TempDir
    private Path folder;

    private JoustCommand joust;
    private String scenario;

    /** What a client measured. */
    private record Figures(double rate, double medianMillis) {}

    @BeforeEach
    void prepare() throws Exception {
        boolean required = "required".equals(System.getenv("JOUST_WRK"));
        assumeTrue(required || hasWrk(), "there is no wrk on the path; Debian's package has it");
        joust = new JoustCommand(folder);
        Files.createSymbolicLink(
                folder.resolve("quarkus"),
                Path.of(System.getProperty("joust.home"), "quarkus").toAbsolutePath());
        scenario = Files.writeString(folder.resolve("beside-wrk.yaml"), String.format(Locale.ROOT, """
                scenario: beside-wrk
                question: Do the clients measure what wrk measures?
                work:
                  task: [{compute: {kernel: mix, cpu: 1ms}}]
                load:
                  closed: {inFlight: %d, for: 3s}
                over: http
                models:
                  - vertx-loop
                  - {name: quarkus-reactive, model: quarkus-reactive, options: {loops: 1}}
                metric: throughput
                """, CONNECTIONS))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vertx-loop", "quarkus-reactive"})
    void theClientsAgreeWithWrk(String arm) throws Exception {
        List<Figures> ours = new ArrayList<>();
        List<Figures> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(ours(arm, round));
            theirs.add(wrk(arm));
        }
        System.out.printf(Locale.ROOT, "%s: clients %s, wrk %s%n", arm, ours, theirs);
        assertThat(median(ours, Figures::rate) / median(theirs, Figures::rate))
                .as("throughput of the clients to that of wrk")
                .isCloseTo(1, within(MARGIN));
        assertThat(median(ours, Figures::medianMillis) / median(theirs, Figures::medianMillis))
                .as("median of the clients to that of wrk")
                .isCloseTo(1, within(MARGIN));
    }

    private static double median(List<Figures> figures, java.util.function.ToDoubleFunction<Figures> figure) {
        return figures.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private Figures ours(String arm, int round) throws Exception {
        var session = folder.resolve(arm + "-" + round);
        var ended = joust.run(
                "run", scenario, "--profile", "smoke", "--no-controls", "--models", arm, "--out", session.toString());
        assertThat(ended.status()).as(ended.said()).isEqualTo(ExitCode.HELD.number());
        var measured = SessionFolder.open(session)
                .readResults()
                .getFirst()
                .measurement()
                .orElseThrow();
        var task = measured.classes().get("task");
        return new Figures(
                task.counts().done() / (measured.window().nanos() / 1e9),
                Histograms.decoded(task.latencies().service()).getValueAtPercentile(50) / 1e6);
    }

    private Figures wrk(String arm) throws Exception {
        try (var running = joust.start("serve-model", arm, scenario, "--port", "0", "--profile", "smoke")) {
            await().atMost(START_LIMIT)
                    .until(() -> URL.matcher(running.said()).find()
                            || !running.process().isAlive());
            var found = URL.matcher(running.said());
            assertThat(found.find()).as(running.said()).isTrue();
            wrk(found.group(), 2); // as the clients warm up
            var said = wrk(found.group(), 3);
            running.signal("TERM");
            running.awaitEnd();
            return new Figures(Double.parseDouble(group(RATE, said, 1)), millis(said));
        }
    }

    private static double millis(String said) {
        double number = Double.parseDouble(group(MEDIAN, said, 1));
        return switch (group(MEDIAN, said, 2)) {
            case "us" -> number / 1e3;
            case "ms" -> number;
            default -> number * 1e3;
        };
    }

    private static String group(Pattern pattern, String said, int group) {
        var matcher = pattern.matcher(said);
        assertThat(matcher.find()).as(said).isTrue();
        return matcher.group(group);
    }

    private static String wrk(String url, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "wrk", "-t", "1", "-c", "" + CONNECTIONS, "-d", seconds + "s", "--latency", url)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean hasWrk() throws InterruptedException {
        try {
            new ProcessBuilder("wrk", "-v")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
