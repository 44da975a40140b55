package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Rate;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole trials of the null model, in real time. Nothing here depends on how fast they are. */
final class OpenTrialRunTest {
    private static final Duration WINDOW = Duration.ofMillis(200);

    private final List<WorkClass> classes = List.of(new WorkClass("a", 1, List.of()), new WorkClass("b", 1, List.of()));

    @Test
    void anOpenLoadOffersWhatItsScheduleSays() throws Exception {
        var open = open();
        var measurement = run(open);
        measurement.classes().forEach((name, result) -> {
            assertThat(result.open().orElseThrow().offered()).isEqualTo(scheduled(open, name));
            assertThat(result.counts().failures().wrong()).isZero();
            assertThat(result.inFlight()).isZero();
        });
        assertThat(measurement.classes().get("a").open().orElseThrow().offered())
                .isGreaterThan(
                        measurement.classes().get("b").open().orElseThrow().offered());
        assertThat(measurement.totals().counters())
                .containsKeys("generator.cpu.us", "generator.lag.p99.us", "in-flight.mean", "jvm.gc.ms");
        var counters = measurement.totals().counters();
        assertThat(counters.get("in-flight.of-units"))
                .isCloseTo(counters.get("in-flight.mean"), withinPercentage(0.001));
        assertThat(measurement.window().nanos()).isEqualTo(WINDOW.toNanos());
        assertThat(measurement.capacity()).isEmpty();
        assertThat(Json.read(Json.line(measurement), Measurement.class)).isEqualTo(measurement);
    }

    @Test
    void aCapacityLoadGivesTheProbesOfItsSearch() throws Exception {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("a", 0.8);
        shares.put("b", 0.2);
        var promise = Optional.of(new Promise(99, "b", Duration.ofMinutes(1)));
        var measurement = run(new Load.Capacity(shares, 50, 100, new Arrivals.Poisson(), WINDOW, promise));
        assertThat(measurement.capacity().orElseThrow().probes()).isNotEmpty();
        assertThat(measurement.classes().get("a").open()).isEmpty();
        assertThat(measurement.totals().counters()).containsKey("generator.cpu.us");
        assertThat(Json.read(Json.line(measurement), Measurement.class)).isEqualTo(measurement);
    }

    @Test
    void aShareOfACapacityIsNoRate() {
        var open = open();
        var share = new Load.Open(
                open.rates(),
                Optional.of(new Load.CapacityShare(0.5, false)),
                open.arrivals(),
                WINDOW,
                Map.of(),
                Optional.empty());
        assertThatThrownBy(() -> run(share))
                .isInstanceOf(TrialFailedException.class)
                .hasMessage("the rate is a share of a capacity that the trial is not told");
    }

    private Load.Open open() {
        Map<String, Rate> rates = new LinkedHashMap<>();
        rates.put("a", Rate.constant(500, WINDOW));
        rates.put("b", Rate.constant(50, WINDOW));
        return new Load.Open(
                rates,
                Optional.empty(),
                new Arrivals.Poisson(),
                WINDOW,
                Map.of("a", Duration.ofMillis(10)),
                Optional.of(Duration.ofSeconds(10)));
    }

    private long scheduled(Load.Open load, String name) {
        var names = classes.stream().map(WorkClass::name).toList();
        var schedule = new OpenDriver(null, names, 7).schedule(load, OpenDriver.WINDOW_SEED);
        long units = 0;
        while (schedule.next() != Schedule.NONE) {
            units += names.get(schedule.advance()).equals(name) ? 1 : 0;
        }
        return units;
    }

    private Measurement run(Load load) throws IOException, InterruptedException {
        var host = new Trial.Host(2, Path.of("unused"), new Calibration(Map.of()));
        var warmUp = new WarmUp(Duration.ofMillis(30), Duration.ofMillis(10), 0.03);
        var trial = new Trial(
                new TrialId("s", "open", NullModel.NAME, 1, 1),
                Arm.of(NullModel.NAME),
                new Workload(classes, load),
                new Trial.Conditions(host, Setup.NOWHERE, 7, warmUp, Duration.ofSeconds(60)));
        return new TrialRun(trial).run(new NullModel(), new Silent());
    }

    private static final class Silent implements TrialListener {
        @Override
        public void answered() {}

        @Override
        public void ready() {}

        @Override
        public void windowStarts() {}

        @Override
        public void windowEnds() {}
    }
}
