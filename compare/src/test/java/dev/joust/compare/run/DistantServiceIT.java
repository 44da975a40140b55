package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.DistantService;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.service.RemoteService;
import dev.joust.compare.service.ServiceWatch;
import dev.joust.compare.service.SharedServiceException;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.compare.verdict.ValidityChecks;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real trials of calls of 2 ms to a service that is 5 ms away. */
final class DistantServiceIT {
    private static final String MODEL = "virtual-threads";

    /** The checks that a round trip matters to. Others may fail beside other tests: a unit is late, for example. */
    private static final String SERVICE_TIME = "time at the service: ";

    private static final String LIMIT = "analytic limit: ";
    private static final Scenario CALLS = new Scenario(
            "calls",
            "Does a call take its round trip?",
            Optional.empty(),
            new Workload(
                    List.of(new WorkClass("task", 1, List.of(new Step.Call(Duration.ofMillis(2), 64)))),
                    new Load.Closed(Map.of("task", 4), Duration.ofMillis(500))),
            Optional.empty(),
            List.of(Arm.of(MODEL)),
            new Scenario.Judging(new Metric(Metric.Quantity.THROUGHPUT, Optional.empty()), List.of(), Optional.empty()),
            Optional.empty());

    @TempDir
    private Path scratch;

    private final ValidityChecks checks = new ValidityChecks(CALLS, 2, (_, _) -> 1);
    private DistantService service;
    private ServiceWatch watch;

    @BeforeEach
    void aServiceThatIsFarAway() throws Exception {
        service = new DistantService(Duration.ofMillis(5));
        var remote = RemoteService.answering(service.address());
        remote.restart();
        watch = remote.watch().orElseThrow();
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    @Test
    void aCallTakesItsDelayAndItsRoundTrip() throws Exception {
        var result = watch.around(this::trial);
        assertThat(result.failure()).isEmpty();
        long roundTrip = result.outside().roundTrips().orElseThrow().leastNanos();
        assertThat(roundTrip).isBetween(4_000_000L, 20_000_000L);
        assertThat(checks.failedBy(result))
                .noneMatch(line -> line.startsWith(SERVICE_TIME))
                .noneMatch(line -> line.startsWith(LIMIT));
        var beside = ServiceRoundTrip.of(0);
        double limits = checks.efficiency(result) / checks.efficiency(result.with(new RoundTrips(beside, beside)));
        assertThat(checks.efficiency(result)).isPositive().isLessThanOrEqualTo(1);
        assertThat(limits).as("(2 ms + round trip) / 2 ms").isCloseTo((2e6 + roundTrip) / 2e6, within(1e-6));

        // far beyond what a slow machine adds to a call
        var farther = ServiceRoundTrip.of(2_000_000_000);
        assertThat(checks.failedBy(result.with(new RoundTrips(farther, farther))))
                .anyMatch(line -> line.startsWith(SERVICE_TIME))
                .anyMatch(line -> line.startsWith(LIMIT));
    }

    @Test
    void aTrialAfterAStrangersCallDoesNotRun() throws Exception {
        watch.around(this::trial);
        service.answerStranger(1);
        int resets = service.resets();
        assertThatThrownBy(() -> watch.around(this::trial)).isInstanceOf(SharedServiceException.class);
        assertThat(service.resets()).isEqualTo(resets);
    }

    @Test
    void aServiceThatAnotherSessionTakesOverIsNoFailedTrial() {
        service.hold("another session holds this service for 60 s more");
        assertThatThrownBy(() -> watch.around(this::trial))
                .isInstanceOf(SharedServiceException.class)
                .hasMessageContaining("another session holds this service for 60 s more");
    }

    @Test
    void aServiceThatAnotherSessionHoldsIsRefusedBeforeAnythingRuns() {
        service.hold("another session holds this service for 60 s more");
        var request =
                new ServiceRequest(ServiceRequest.ServiceMode.REMOTE, Optional.of(service.address()), Optional.empty());
        assertThatThrownBy(() -> new ServiceStarter(request, Profile.QUICK, List.of(CALLS)).start())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("another session holds this service for 60 s more");
    }

    private Result trial() throws IOException, InterruptedException {
        var conditions = new Trial.Conditions(
                new Trial.Host(2, scratch, new Calibration(Map.of())),
                service.address(),
                42,
                new WarmUp(Duration.ofMillis(200), Duration.ofMillis(50), 0.03),
                Duration.ofSeconds(5));
        var trial = new Trial(new TrialId("s", "calls", MODEL, 1, 1), Arm.of(MODEL), CALLS.workload(), conditions);
        return new TrialRunner(JvmCommand.jvm(JvmCommand.FLAGS), true, Optional.empty(), Set.of()).run(trial);
    }
}
