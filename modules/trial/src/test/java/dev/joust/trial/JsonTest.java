package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Rate;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonTest {
    private final Trial trial = new Trial(
            new TrialId("s", "mixed", "loop", 1, 1),
            new Arm("loop", "loop", Optional.of(4), 1.25, Map.of("w", 9), Map.of("interval", "5ms")),
            new Workload(
                    List.of(new WorkClass(
                            "w",
                            1,
                            List.of(
                                    new Step.Compute(Kernel.MIX, Duration.ofMillis(50)),
                                    new Step.Native(Kernel.PBKDF2, Duration.ofMillis(50)),
                                    new Step.Monitor(Duration.ofNanos(20_000)),
                                    new Step.Spin(Duration.ofMillis(3)),
                                    new Step.Payload(1_000),
                                    new Step.Call(Duration.ofMillis(5), 128),
                                    new Step.Stream(256_000),
                                    new Step.FileRead(10),
                                    new Step.Sleep(Duration.ofNanos(7))))),
                    new Load.Closed(Map.of("w", 8), Duration.ofSeconds(2))),
            new Trial.Conditions(
                    new Trial.Host(2, Path.of("/scratch"), new Calibration(Map.of("mix", 31.5))),
                    URI.create("http://127.0.0.1:1"),
                    -7,
                    new WarmUp(Duration.ofSeconds(1), Duration.ofMillis(50), 0.03),
                    Duration.ofSeconds(60)));

    /** A record that got a field later, and kept its former constructor for those who do not know the field. */
    private record GrownRecord(Optional<Integer> number, String text, Optional<String> host) {
        GrownRecord(Optional<Integer> number, String text) {
            this(number, text, Optional.empty());
        }
    }

    @Test
    void aRecordWithAShorterConstructorReadsBackTheSame() {
        var grown = new GrownRecord(Optional.of(1), "text");
        assertThat(Json.read(Json.line(grown), GrownRecord.class)).isEqualTo(grown);
        assertThat(Json.read("{\"text\":\"text\"}", GrownRecord.class))
                .isEqualTo(new GrownRecord(Optional.empty(), "text"));
    }

    @Test
    void anOrderIsOneLineAndReadsBackTheSame() {
        var line = Json.line(new Message.Run(trial));
        assertThat(line).doesNotContain("\n").contains("\"type\":\"run\"", "\"step\":\"compute\"", "\"cpu\":50000000");
        assertThat(Json.read(line, Message.Order.class)).isEqualTo(new Message.Run(trial));
    }

    @Test
    void anOrderOfAnOpenLoadReadsBackTheSame() {
        var rate = new Rate(List.of(new Rate.Stage(Duration.ofSeconds(1), 0.5, 200)));
        for (var arrivals : List.of(
                new Arrivals.Poisson(),
                new Arrivals.Uniform(),
                new Arrivals.Bursty(Duration.ofMillis(100), Duration.ofMillis(400)),
                new Arrivals.Recorded(Map.of("w", List.of(1L, 2L))))) {
            var open = new Load.Open(
                    Map.of("w", rate),
                    Optional.of(new Load.CapacityShare(0.6, true)),
                    arrivals,
                    Duration.ofSeconds(1),
                    Map.of("w", Duration.ofMillis(250)),
                    Optional.of(Duration.ofSeconds(2)));
            assertReadsBack(open);
            assertReadsBack(open.at(120));
        }
        assertReadsBack(new Load.Capacity(
                Map.of("w", 1.0),
                10,
                5_000,
                new Arrivals.Poisson(),
                Duration.ofSeconds(2),
                Optional.of(new Promise(99, "w", Duration.ofMillis(250)))));
    }

    private void assertReadsBack(Load load) {
        var order = new Message.Run(
                new Trial(trial.id(), trial.arm(), new Workload(trial.workload().classes(), load), trial.conditions()));
        assertThat(Json.read(Json.line(order), Message.Order.class)).isEqualTo(order);
    }

    @Test
    void everyMessageReadsBackTheSame() {
        for (var message : List.of(
                new Message.Calibrate(List.of("mix")),
                new Message.TrainCache(List.of(trial)),
                new Message.CacheTrained(),
                new Message.Hello("JVM 25", 7),
                new Message.Answered(),
                new Message.Ready(),
                new Message.WindowMark(true),
                new Message.UsageRead(),
                new Message.Calibrated(new Calibration(Map.of("mix", 1.5))),
                new Message.OrderFailed("why"))) {
            assertThat(Json.read(Json.line(message), Message.class)).isEqualTo(message);
        }
    }

    @Test
    void whatIsNotAMessageIsRefusedInOneSentence() {
        assertThatThrownBy(() -> Json.read("hello", Message.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a Message: ");
        assertThatThrownBy(
                        () -> Json.read("{\"type\":\"hello\",\"runtime\":\"x\",\"pid\":1,\"more\":2}", Message.class))
                .hasMessageContaining("more");
        assertThatThrownBy(() -> Json.read("{\"type\":\"hello\"}", Message.class))
                .hasMessageContaining("runtime");
    }

    @Test
    void aHistogramReadsBackTheSame() {
        var histogram = Histograms.empty();
        Histograms.record(histogram, 1_234_567);
        Histograms.record(histogram, -5);
        assertThat(Histograms.decoded(Histograms.encoded(histogram))).isEqualTo(histogram);
    }

    @Test
    void aLaunchReadsBackTheSame() {
        for (var launch : List.of(
                new ExternalRuntime.Launch.Available(List.of("python3", "-m", "joust"), "CPython 3.14"),
                new ExternalRuntime.Launch.Missing("no python3 on the path"))) {
            assertThat(Json.read(Json.line(launch), ExternalRuntime.Launch.class))
                    .isEqualTo(launch);
        }
    }

    @Test
    void aResultOfAnOlderSessionDoesNotTellWhatIsCensored() {
        var result = new Measurement.ClassResult(
                1,
                new Measurement.Counts(1, 1, 0, new Measurement.Failures(0, 0, List.of())),
                new Measurement.Latencies("", "", 0, Optional.of(1L)),
                "00",
                Optional.of(new Measurement.Censored(3, 7)),
                Optional.empty());
        var line = Json.line(result);
        assertThat(Json.read(line, Measurement.ClassResult.class)).isEqualTo(result);
        var older = line.replace(",\"censored\":{\"units\":3,\"leastNanos\":7}", "");
        assertThat(Json.read(older, Measurement.ClassResult.class).censored()).isEmpty();
        var open = result.with(
                Optional.of(new Measurement.OpenResult(5, 4, 3, 2, 1, List.of(new Measurement.Second(5, 4, 3, 2, 1)))));
        assertThat(Json.read(Json.line(open), Measurement.ClassResult.class)).isEqualTo(open);
        assertThat(Json.read(line.replace(",\"open\":null", ""), Measurement.ClassResult.class))
                .isEqualTo(result);
    }

    @Test
    void aCapacityReadsBackTheSame() {
        for (var found : List.of(
                new Measurement.CapacityResult(Optional.empty(), Optional.empty(), List.of()),
                new Measurement.CapacityResult(
                        Optional.of(97.5),
                        Optional.of(80.0),
                        List.of(
                                new Measurement.RateProbe(10, 20, 19, 1, Optional.of(7L)),
                                new Measurement.RateProbe(20, 40, 39, 1, Optional.empty()))))) {
            assertThat(Json.read(Json.line(found), Measurement.CapacityResult.class))
                    .isEqualTo(found);
        }
        var window = new Measurement.Window(1, true, List.of(1.0), List.of(2L), Optional.of("why"));
        assertThat(Json.read(Json.line(window), Measurement.Window.class)).isEqualTo(window);
        assertThat(Json.read(Json.line(window).replace(",\"stopped\":\"why\"", ""), Measurement.Window.class)
                        .stopped())
                .isEmpty();
    }

    @Test
    void aFieldThatOlderSessionsLackIsEmpty() {
        var older = Json.read(
                "{\"response\":\"\",\"service\":\"\",\"lagP99Nanos\":7,\"meanInFlight\":8.0}",
                Measurement.Latencies.class);
        assertThat(older).isEqualTo(new Measurement.Latencies("", "", 7, Optional.empty()));
        var newer = new Measurement.Latencies("", "", 7, Optional.of(42L));
        assertThat(Json.read(Json.line(newer), Measurement.Latencies.class)).isEqualTo(newer);
        assertThat(Json.read(Json.line(older), Measurement.Latencies.class)).isEqualTo(older);
    }

    @Test
    void aFieldThatIsNullIsRefused() {
        assertThatThrownBy(() -> Json.read("{\"type\":\"failed\",\"reason\":null}", Message.class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
