package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.process.ServerProcess;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.process.TrialProcess;
import dev.joust.trial.FrontDoor;
import dev.joust.trial.Histograms;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.Message;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.UnitRequests;
import dev.joust.trial.Work;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clients of servers beside wrk, in turn at the same server with the same number of connections: throughput and
 * median agree within 10 %. The server computes on one loop for most of the time, so it is the bottleneck of both.
 */
@Tag("long")
@Isolated("it measures")
final class WrkIT {
    private static final int CONNECTIONS = 8;
    private static final int SECONDS = 3;
    private static final double MARGIN = 0.1;
    private static final int ROUNDS = 5;
    private static final String HOST = "127.0.0.1";
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx|Socket errors");

    @TempDir
    private Path folder;

    /** What a client measured. */
    private record Figures(double rate, double medianMillis) {}

    @ParameterizedTest
    @ValueSource(strings = {"vertx-loop", "quarkus-reactive"})
    void theClientsAgreeWithWrk(String arm) throws Exception {
        assumeTrue("required".equals(System.getenv("JOUST_WRK")) || hasWrk(), "no wrk on the path; Debian has it");
        var registry = ModelRegistry.found();
        var request = new ModelServerRequest(
                arm,
                scenario(),
                Profile.SMOKE,
                new InetSocketAddress(HOST, 0),
                new SessionRequest.Dependencies(
                        new ServiceRequest(ServiceRequest.ServiceMode.PROCESS, Optional.empty(), Optional.empty()),
                        Map.of(),
                        Duration.ZERO));
        var served = ServedWork.of(request, registry);
        var commands = served.commands(request, registry);
        var trial = new LoneTrial("beside wrk", served.scenario(), Profile.SMOKE, folder)
                .of(served.arm(), served.workload(), commands.calibration(served.arm()), Setup.NOWHERE);
        List<Figures> ours = new ArrayList<>();
        List<Figures> theirs = new ArrayList<>();
        try (var server = ServerProcess.start(
                commands.command(served.arm(), served.scenario().pod()))) {
            var place = server.serve(new Message.Serve(trial, HOST, 0, FrontDoor.USUAL_HEAD_LIMIT), LIMIT);
            var target = new HttpTarget(HOST, place.port(), place.base(), true);
            wrk(url(target, trial), 2 * SECONDS); // warms the server
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(ours(target, trial));
                theirs.add(wrk(url(target, trial), SECONDS));
            }
        }
        System.out.printf(Locale.ROOT, "%s: clients %s, wrk %s%n", arm, ours, theirs);
        assertThat(median(ours, Figures::rate) / median(theirs, Figures::rate))
                .as("throughput of the clients to that of wrk")
                .isCloseTo(1, within(MARGIN));
        assertThat(median(ours, Figures::medianMillis) / median(theirs, Figures::medianMillis))
                .as("median of the clients to that of wrk")
                .isCloseTo(1, within(MARGIN));
    }

    private String scenario() throws IOException {
        return Files.writeString(
                        folder.resolve("beside-wrk.yaml"), String.format(Locale.ROOT, """
                scenario: beside-wrk
                question: Do the clients measure what wrk measures?
                work:
                  task: [{compute: {kernel: mix, cpu: 1ms}}]
                load:
                  closed: {inFlight: %d, for: %ds}
                over: http
                models:
                  - vertx-loop
                  - {name: quarkus-reactive, model: quarkus-reactive, options: {loops: 1}}
                metric: throughput
                """, CONNECTIONS, SECONDS))
                .toString();
    }

    private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        return figures.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Figures ours(HttpTarget target, Trial trial) throws IOException, InterruptedException, TrialFailure {
        try (var clients = TrialProcess.start(JvmCommand.jvm(Profile.SMOKE.flags()))) {
            var last = clients.carryOut(new Message.Run(target.driving(trial)), LIMIT, _ -> {});
            assertThat(last).isInstanceOf(Message.Measured.class);
            var measured = ((Message.Measured) last).measurement();
            var task = measured.classes().get("task");
            return new Figures(
                    task.counts().done() / (measured.window().nanos() / 1e9),
                    Histograms.decoded(task.latencies().service()).getValueAtPercentile(50) / 1e6);
        }
    }

    private static String url(HttpTarget target, Trial trial) {
        var type = trial.workload().classes().getFirst();
        return "http://" + HOST + ":" + target.port() + target.base()
                + UnitRequests.target(new Work(type.name(), 1, type.steps()));
    }

    private static Figures wrk(String url, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "wrk", "-t", "1", "-c", "" + CONNECTIONS, "-d", seconds + "s", "--latency", url)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(REFUSED.matcher(said).find()).as(said).isFalse();
        return new Figures(Double.parseDouble(group(RATE, said, 1)), millis(said));
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
