package dev.joust.compare.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.advise.QueueSimulation.Span;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The simulation gives what the formulas give, where there is one. Its seed is fixed. */
final class QueueSimulationTest {
    private static final Span LONG = new Span(20_000, 1);

    @Test
    void oneVisitOfConstantLengthWaitsAsInMd1() {
        var waits = loop("rate: 40/s, steps: [compute: 20ms]", LONG);
        assertThat(waits.get("task")).isCloseTo(0.040, Percentage.withPercentage(5));
    }

    @Test
    void classesWithoutPausesWaitByPollaczekAndKhinchine() {
        var waits = waits(
                LONG,
                "traffic:",
                "  small: {rate: 120/s, steps: [compute: 4ms]}",
                "  large: {rate: 2/s, steps: [compute: 180ms]}");
        assertThat(waits.get("small")).isCloseTo(0.2085, Percentage.withPercentage(10));
        assertThat(waits.get("large")).isCloseTo(0.2085, Percentage.withPercentage(10));
    }

    @Test
    void twoCoresWaitAboutAsTheFormulaSays() {
        var demand = TrafficDemand.of(SampleTraffic.one("rate: 75/s, steps: [compute: 20ms]"), 2);
        var simulated = new QueueSimulation(demand, demand.allCores()).meanWaits(LONG);
        var formula = new Forecaster(demand, Forecaster.UNITS)
                .of("platform-threads")
                .classes()
                .getFirst()
                .waiting();
        assertThat(simulated.get("task")).isCloseTo(formula, Percentage.withPercentage(10));
    }

    /** A call comes to the loop twice: to be sent, and with its answer. */
    @Test
    void aUnitWaitsAtEachOfItsVisits() {
        var waits = waits(
                new Span(2_000, 1),
                "traffic:",
                "  calls: {rate: 490/s, steps: [call: 10ms]}",
                "  computation: {rate: 10/s, steps: [compute: 50ms]}");
        assertThat(waits.get("computation")).isCloseTo(0.025, Percentage.withPercentage(10));
        assertThat(waits.get("calls")).isBetween(0.035, 0.050);
    }

    @Test
    void trialsThatBeginEmptyWaitShorter() {
        var traffic = "rate: 48/s, steps: [compute: 20ms]";
        assertThat(loop(traffic, new Span(1, 2_000)).get("task"))
                .isLessThan(0.5 * loop(traffic, LONG).get("task"));
    }

    @Test
    void theSameTrafficWaitsTheSame() {
        var traffic = "rate: 40/s, steps: [call: 3ms, compute: 10ms, call: 5ms]";
        assertThat(loop(traffic, new Span(100, 2))).isEqualTo(loop(traffic, new Span(100, 2)));
    }

    @Test
    void aClassWithoutAUnitWaitsForNothing() {
        assertThat(loop("rate: 1/min, steps: [compute: 10ms]", new Span(0.001, 1))
                        .get("task"))
                .isZero();
    }

    @Test
    void halfACoreIsASlowerOne() {
        var demand = new TrafficDemand(
                TrafficDemand.of(SampleTraffic.one("rate: 20/s, steps: [compute: 20ms]"), 2)
                        .classes(),
                0.5);
        assertThat(demand.allCores()).isEqualTo(new TrafficDemand.Servers(1, 0.5));
        var slow =
                new QueueSimulation(demand, demand.oneThread()).meanWaits(LONG).get("task");
        assertThat(slow).isCloseTo(0.080, Percentage.withPercentage(5)); // M/D/1 with 40 ms at 80 %
        assertThat(demand.cpu() / demand.cores()).isCloseTo(0.8, within(1e-9));
    }

    private static Map<String, Double> loop(String fields, Span span) {
        return waits(span, "traffic: {task: {" + fields + "}}");
    }

    private static Map<String, Double> waits(Span span, String... traffic) {
        var demand = TrafficDemand.of(SampleTraffic.of(traffic), SampleTraffic.CORES);
        return new QueueSimulation(demand, demand.oneThread()).meanWaits(span);
    }
}
