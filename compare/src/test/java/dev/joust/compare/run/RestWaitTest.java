package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleTrial;
import dev.joust.compare.machine.Disturbance;
import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.machine.ForeignProcess;
import dev.joust.compare.run.RestWait.RestFound;
import dev.joust.compare.run.RestWait.RestSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RestWaitTest {
    private static final RestSeen REST = new RestSeen(SampleTrial.QUIET, List.of());
    private static final RestSeen BUSY =
            new RestSeen(SampleTrial.BUSY, List.of(new ForeignProcess(4711, "python3", 0.97)));
    private static final String WHO = "other processes used 0.97 cores (limit 0.10): pid 4711 python3 (0.97 cores)";

    private final List<String> said = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private int readings;

    @Test
    void aMachineAtRestIsNotWaitedForAndNothingIsSaid() throws Exception {
        var found = await(0, Duration.ofSeconds(60));
        assertThat(found.note()).isEmpty();
        assertThat(readings).isEqualTo(1);
        assertThat(said).isEmpty();
    }

    @Test
    void oneLineNamesWhoDisturbsAndOneSaysWhenItIsOver() throws Exception {
        var found = await(12, Duration.ofSeconds(60));
        assertThat(found.note()).isEmpty();
        assertThat(found.disturbance()).isEqualTo(SampleTrial.QUIET);
        assertThat(said).containsExactly("waiting up to 60 s for rest: " + WHO, "at rest after 13 s");
    }

    @Test
    void afterTheLimitTheSessionGoesOnLabelled() throws Exception {
        var found = await(Integer.MAX_VALUE, Duration.ofSeconds(60));
        assertThat(found.note()).hasValue(WHO);
        assertThat(found.disturbance()).isEqualTo(SampleTrial.BUSY);
        assertThat(readings).isEqualTo(60);
        assertThat(said)
                .containsExactly(
                        "waiting up to 60 s for rest: " + WHO,
                        "the machine is not at rest, the session goes on: " + WHO);
    }

    @Test
    void aSessionThatJudgesNothingLooksOnceAndGoesOn() throws Exception {
        await(Integer.MAX_VALUE, Duration.ZERO);
        assertThat(readings).isEqualTo(1);
        assertThat(said).containsExactly("the machine is not at rest, the session goes on: " + WHO);
    }

    private RestFound await(int busySeconds, Duration limit) throws InterruptedException {
        var wait = new RestWait(
                () -> {
                    now = now.plusSeconds(1);
                    return readings++ < busySeconds ? BUSY : REST;
                },
                limit,
                () -> now.toNanos(),
                said::add);
        return wait.await(RestWaitTest::excess);
    }

    private static Optional<String> excess(Disturbance seen) {
        return DisturbanceLimits.fixed(seen, 2).excess(seen);
    }
}
