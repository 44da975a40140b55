package dev.joust.compare.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.ServiceAnswers;
import dev.joust.compare.plan.Distribution;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.run.TrialRunner;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real service as a process. */
final class NetworkServiceIT {
    @TempDir
    private Path scratch;

    @Test
    void eachRestartIsAFreshServiceThatAnswersAsTheOracleExpects() throws Exception {
        try (var service = service()) {
            var first = service.restart();
            new ServiceAnswers(first).assertRight();
            var second = service.restart();
            assertThat(new ServiceStatsClient(second).counts().calls()).isZero();
            assertThatThrownBy(() -> new ServiceStatsClient(first).counts())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the service at " + first + " does not answer");
            assertCountsAgree(trial(second, Duration.ofSeconds(2)));
        }
    }

    /** Compares what the trial and the service have counted. */
    private static void assertCountsAgree(Trial trial) throws IOException, InterruptedException {
        var result = new TrialRunner(JvmCommand.jvm(JvmCommand.FLAGS), true, Optional.empty(), Set.of()).run(trial);
        assertThat(result.failure()).isEmpty();
        var totals = result.measurement().orElseThrow().totals();
        assertThat(result.outside().service().orElseThrow().calls())
                .isEqualTo(totals.calls())
                .isPositive();
        assertThat(result.outside().service().orElseThrow().bytes()).isEqualTo(totals.bytes());
        assertThat(result.outside().resourceUsage()).isPresent();
        assertThat(result.outside().startUpMillis()).isPresent();
    }

    @Test
    void aServiceKilledDuringATrialMakesAFailureThatSaysSo() throws Exception {
        var service = service();
        var address = service.restart();
        var trial = trial(address, Duration.ofSeconds(20));
        var running = CompletableFuture.supplyAsync(() -> {
            try {
                return new TrialRunner(JvmCommand.jvm(JvmCommand.FLAGS), true, Optional.empty(), Set.of()).run(trial);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (new ServiceStatsClient(address).counts().calls() < 100) {
            Thread.onSpinWait();
        }
        service.close();
        var result = running.get();
        assertThat(result.measurement()).isEmpty();
        assertThat(result.failure().orElseThrow().reason()).contains("units failed; the last: GET /call");
    }

    @Test
    void aMissingServiceIsOneSentence() {
        var nowhere = new ServiceProcess(JvmCommand.java(), scratch.resolve("none.jar"), List.of());
        assertThatThrownBy(nowhere::restart)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.jar; build it with mvn package");
    }

    @Test
    void aLinkToTheServiceHasTheStartUpCacheOfTheFile() throws Exception {
        var file = Distribution.serviceJar().toRealPath();
        var link = Files.createSymbolicLink(scratch.resolve("link.jar"), file);
        try (var service = service(link)) {
            service.restart();
            assertThat(ProcessHandle.current().children())
                    .map(child -> List.of(child.info().arguments().orElse(new String[0])))
                    .anySatisfy(arguments -> assertThat(arguments).contains("-jar", file.toString()))
                    .noneSatisfy(arguments -> assertThat(arguments).contains(link.toString()));
        }
    }

    private static ServiceProcess service() {
        return service(Distribution.serviceJar());
    }

    private static ServiceProcess service(Path jar) {
        return new ServiceProcess(JvmCommand.java(), jar, Profile.QUICK.compiler());
    }

    private Trial trial(URI service, Duration time) {
        var work = new WorkClass("call", 1, List.of(new Step.Call(Duration.ofMillis(2), 64)));
        return new Trial(
                new TrialId("session", "calls", "virtual-threads", 1, 1),
                Arm.of("virtual-threads"),
                new Workload(List.of(work), new Load.Closed(Map.of("call", 8), time)),
                new Trial.Conditions(
                        new Trial.Host(2, scratch, new Calibration(Map.of())),
                        service,
                        42,
                        new WarmUp(Duration.ofMillis(200), Duration.ofMillis(50), 0.03),
                        Duration.ofSeconds(5)));
    }
}
