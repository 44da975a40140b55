package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoadTextTest {
    private static final Duration TEN = Duration.ofSeconds(10);

    @Test
    void eachLoadIsOneLine() {
        assertThat(new LoadText(new Load.Batch(new Load.Count(4, true)))).hasToString("batch of 4 units per core");
        assertThat(new LoadText(new Load.Closed(Map.of("calls", 1000), Duration.ofMillis(1200))))
                .hasToString("closed, 1,000 of calls in flight for 1.2 s");
        assertThat(new LoadText(open(Rate.constant(2.5, TEN), Optional.empty())))
                .hasToString("open, 2.5/s of calls for 10 s, Poisson arrivals, deadline 250 ms of calls, timeout 2 s");
        assertThat(new LoadText(new Load.Capacity(
                        Map.of("calls", 1.0),
                        10,
                        5000,
                        new Arrivals.Uniform(),
                        Duration.ofSeconds(2),
                        Optional.of(new Promise(99.9, "calls", Duration.ofMillis(250))))))
                .hasToString("search for the capacity from 10/s to 5,000/s, 2 s per rate, uniform arrivals,"
                        + " promise p99.9 of calls 250 ms");
    }

    @Test
    void aShareOfACapacitySaysWhose() {
        assertThat(new LoadText(open(Rate.constant(1, TEN), Optional.of(new Load.CapacityShare(0.6, false)))))
                .asString()
                .startsWith("open, 60 % of the slowest arm's capacity for 10 s");
        assertThat(new LoadText(open(Rate.constant(1, TEN), Optional.of(new Load.CapacityShare(0.75, true)))))
                .asString()
                .startsWith("open, 75 % of each arm's own capacity for 10 s");
    }

    @Test
    void aSpikeShowsItsRates() {
        var second = Duration.ofSeconds(1);
        var spike = new Rate(List.of(
                new Rate.Stage(second, 50, 50), new Rate.Stage(second, 50, 200), new Rate.Stage(second, 50, 50)));
        assertThat(new LoadText(open(spike, Optional.empty())))
                .asString()
                .startsWith("open, 50/s to 200/s to 50/s of calls for 10 s");
    }

    private static Load open(Rate rate, Optional<Load.CapacityShare> share) {
        return new Load.Open(
                Map.of("calls", rate),
                share,
                new Arrivals.Poisson(),
                TEN,
                Map.of("calls", Duration.ofMillis(250)),
                Optional.of(Duration.ofSeconds(2)));
    }
}
