package dev.joust.compare;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.Container;
import dev.joust.compare.machine.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** The real service in real containers, seen from the referee, and sessions against it. */
final class ServiceContainerIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofSeconds(120);
    private static final int SIGTERM_EXIT = 143;
    private static final double NOTICEABLE_CORES = 0.05;
    private static final List<String> COMPILER = Profile.QUICK.compiler();

    /** A name of its own tells these containers from those of others on this machine. */
    private static final String REPOSITORY = "joust-service";

    private static final String TAG = "tested-" + ProcessHandle.current().pid();

    private static String image;

    @TempDir
    private Path folder;

    private Path session;
    private Optional<Process> joust = Optional.empty();

    /** Before each, for the reason why nothing can be tested to be each test's. */
    @BeforeEach
    void reachTheEngine() {
        if (image == null) {
            image = Engine.made("a container of the service", () -> {
                ContainerEngine.reach();
                var built = ServiceImage.of(Optional.empty()).get();
                var docker = DockerClientFactory.instance().client();
                docker.tagImageCmd(built, REPOSITORY, TAG).exec();
                return REPOSITORY + ":" + TAG;
            });
        }
    }

    @BeforeEach
    void writeScenario() throws IOException {
        session = folder.resolve("session");
        Files.createSymbolicLink(folder.resolve("service"), Home.serviceFolder().toAbsolutePath());
        Files.writeString(folder.resolve("calls.yaml"), """
                scenario: calls
                question: Who calls?
                work:
                  task: [{call: {delay: 1ms}}]
                load:
                  closed: {inFlight: 8, for: 1s}
                models: [virtual-threads, platform-threads]
                metric: throughput
                """);
    }

    @AfterAll
    static void removeTheName() {
        if (image != null) {
            DockerClientFactory.instance().client().removeImageCmd(image).exec();
        }
    }

    @AfterEach
    void endWhatIsLeft() {
        joust.ifPresent(Process::destroyForcibly);
    }

    @Test
    void everyRestartIsAFreshContainerAndTheOldOneIsGone() throws Exception {
        try (var service = ServiceContainer.answering(ServiceImage.of(Optional.of(image)), COMPILER)) {
            var first = service.restart();
            new ServiceClient(first).warmUp();
            var before = containers();
            var second = service.restart();
            assertThat(new ServiceClient(second).counts().calls()).isZero();
            assertThatThrownBy(() -> new ServiceClient(first).counts()).isInstanceOf(IOException.class);
            assertThat(containers()).doesNotContainAnyElementsOf(before).hasSize(1);
        }
        assertThat(containers()).isEmpty();
    }

    @Test
    void itAnswersFromABridgeToo() throws Exception {
        try (var service = new ServiceContainer(image, ServiceNetwork.BRIDGE, COMPILER)) {
            assertThat(new ServiceClient(service.restart()).counts().calls()).isZero();
            assertThat(service.description()).contains("a bridge, its port published on 127.0.0.1");
        }
    }

    @Test
    void itsProcessCountsAsOurs() throws Exception {
        try (var service = ServiceContainer.answering(ServiceImage.of(Optional.of(image)), COMPILER)) {
            assertThat(service.processes()).isEmpty();
            var client = new ServiceClient(service.restart());
            try (var knowing = Witness.start(service.processes());
                    var ignorant = Witness.start(Set.of())) {
                client.warmUp();
                // seen at once, so whatever else the machine does is the same for both
                assertThat(foreign(ignorant) - foreign(knowing)).isGreaterThan(NOTICEABLE_CORES);
            }
            assertThat(service.processes()).hasSize(1).allSatisfy(pid -> assertThat(
                            Files.readString(Path.of("/proc/%d/cmdline".formatted(pid))))
                    .contains(Home.SERVICE_JAR));
        }
    }

    @Test
    void aContainerThatDoesNotBecomeReadyShowsTheEndOfItsLog() throws Exception {
        try (var service = new ServiceContainer(image, ServiceNetwork.HOST, List.of("-XX:+NoSuchFlag"))) {
            assertThatThrownBy(service::restart)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the service did not become ready")
                    .hasMessageContaining("Unrecognized VM option 'NoSuchFlag'");
        }
    }

    @Test
    void anImageThatCannotBeHadIsOneSentence() {
        var broken = new ServiceImage(Optional.empty(), Optional.of("joust-no-such-base:none"), Home.serviceFolder());
        assertThatThrownBy(broken::get)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the service's image cannot be built from")
                .hasMessageContaining("on joust-no-such-base:none: ");
    }

    @Test
    void aSessionAgainstAContainerSaysSoAndLeavesNone() throws Exception {
        joust("run", folder.resolve("calls.yaml").toString(), "--profile", "smoke", "--out", session.toString());
        // 2 where the machine is too busy for a valid trial
        assertThat(ended()).as(this::said).isIn(0, 2);
        var opened = SessionFolder.open(session);
        assertThat(opened.session().machine().service())
                .startsWith("a container (image %s, host network; ".formatted(image));
        assertThat(opened.read()).isNotEmpty().allSatisfy(result -> assertThat(
                        result.outside().service().orElseThrow().calls())
                .isPositive());
        assertThat(said()).contains("the service: a container (image ").doesNotContain("Exception", "SLF4J");
        assertThat(containers()).isEmpty();
    }

    @Test
    void aKilledSessionLeavesNoContainerAndDoesNotGoOnWithAProcessInSilence() throws Exception {
        joust("run", folder.resolve("calls.yaml").toString(), "--profile", "quick", "--out", session.toString());
        await().atMost(LATE).until(this::inMidRound);
        joust.orElseThrow().destroyForcibly().waitFor();
        await().atMost(SOON).untilAsserted(() -> assertThat(containers()).isEmpty());

        joustWithoutEngine("run", "--resume", session.toString());
        assertThat(ended()).isEqualTo(Joust.USAGE);
        assertThat(said())
                .contains("the session cannot go on: it began with the service as a container (image ")
                .contains("no container engine answers at unix:///");
    }

    private static double foreign(Witness witness) {
        return witness.stop().foreignCores().orElseThrow();
    }

    /** It goes on for a moment, and would take a failed trial for a reason to begin the next round in a fresh container. */
    @Test
    void aSessionThatIsToldToStopLeavesNoContainer() throws Exception {
        joust("run", folder.resolve("calls.yaml").toString(), "--profile", "quick", "--out", session.toString());
        await().atMost(LATE).until(this::inMidRound);
        joust.orElseThrow().destroy();
        assertThat(ended()).isEqualTo(SIGTERM_EXIT);
        await().atMost(SOON).untilAsserted(() -> assertThat(containers()).isEmpty());
        assertThat(said()).contains("go on with: joust run --resume").doesNotContain("Exception");
    }

    private static Set<String> containers() {
        return DockerClientFactory.instance()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of("org.testcontainers"))
                .exec()
                .stream()
                .filter(container -> container.getImage().equals(image))
                .map(Container::getId)
                .collect(Collectors.toSet());
    }

    private boolean inMidRound() throws IOException {
        var results = session.resolve("results.jsonl");
        return Files.exists(results) && Files.size(results) > 0 && !containers().isEmpty();
    }

    private int ended() throws InterruptedException {
        assertThat(joust.orElseThrow().waitFor(LATE.toSeconds(), SECONDS))
                .as(this::said)
                .isTrue();
        return joust.orElseThrow().exitValue();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void joust(String... arguments) throws IOException {
        joust = Optional.of(builder(arguments).start());
    }

    private void joustWithoutEngine(String... arguments) throws IOException {
        var builder = builder(arguments);
        builder.environment().put("DOCKER_HOST", "unix://" + folder.resolve("nobody"));
        joust = Optional.of(builder.start());
    }

    private ProcessBuilder builder(String... arguments) {
        var builder = new ProcessBuilder(new JoustCommand(folder).words(arguments));
        builder.environment().put("JOUST_SERVICE_IMAGE", image);
        builder.environment().put("JOUST_SERVICE", arguments[1].equals("--resume") ? "auto" : "container");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
    }
}
