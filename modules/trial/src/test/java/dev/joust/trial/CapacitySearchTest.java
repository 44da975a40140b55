package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.CapacitySearch.TriedRate;
import dev.joust.trial.Measurement.RateProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

final class CapacitySearchTest {
    private final List<Double> rates = new ArrayList<>();

    @Test
    void theRateDoublesAndTheIntervalIsHalvedDownToThreePercent() throws InterruptedException {
        var found = search(10, 10_000, rate -> rate <= 1_000, rate -> true, 100).search(false);
        assertThat(rates).startsWith(10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 640.0, 1_280.0, 1_280.0);
        assertThat(found.sustained().orElseThrow()).isBetween(1_000 / 1.03, 1_000.0);
        assertThat(found.promised()).isEmpty();
        assertThat(found.probes()).extracting(RateProbe::rate).isEqualTo(rates).hasSize(14);
    }

    @Test
    void aPromiseHasAnIntervalOfItsOwnFromTheSameProbes() throws InterruptedException {
        var found = search(10, 10_000, rate -> rate <= 1_000, rate -> rate <= 300, 100)
                .search(true);
        assertThat(found.sustained().orElseThrow()).isBetween(1_000 / 1.03, 1_000.0);
        assertThat(found.promised().orElseThrow()).isBetween(300 / 1.03, 300.0);
        assertThat(found.probes()).hasSize(19);
    }

    @Test
    void aPromiseThatHoldsAtARateThatIsNotSustainedDoesNotCount() throws InterruptedException {
        var found = search(10, 10_000, rate -> rate <= 1_000, rate -> true, 100).search(true);
        assertThat(found.promised()).isEqualTo(found.sustained());
    }

    @Test
    void oneDisturbedProbeDoesNotEndTheClimb() throws InterruptedException {
        var disturbed = search(10, 10_000, rate -> rate <= 1_000 && rates.size() != 3, rate -> true, 100);
        assertThat(disturbed.search(false).sustained().orElseThrow()).isBetween(1_000 / 1.03, 1_000.0);
        assertThat(rates).startsWith(10.0, 20.0, 40.0, 40.0, 80.0);
    }

    @Test
    void theHighestRateIsFoundWhereEvenItIsSustained() throws InterruptedException {
        var found = search(10, 100, rate -> true, rate -> true, 100).search(false);
        assertThat(found.sustained()).contains(100.0);
        assertThat(rates).containsExactly(10.0, 20.0, 40.0, 80.0, 100.0);
    }

    @Test
    void aModelThatDoesNotSustainTheLowestRateHasNoCapacity() throws InterruptedException {
        var found = search(10, 100, rate -> false, rate -> true, 100).search(true);
        assertThat(found.sustained()).isEmpty();
        assertThat(found.promised()).isEmpty();
        assertThat(rates).containsExactly(10.0, 10.0);
    }

    @Test
    void aSearchThatCannotGoOnEndsWithWhatIsKnown() throws InterruptedException {
        var found = search(10, 10_000, rate -> rate <= 1_000, rate -> true, 8).search(true);
        assertThat(found.sustained()).contains(640.0);
        assertThat(found.promised()).contains(640.0);
    }

    private CapacitySearch search(
            double least, double most, DoublePredicate sustained, DoublePredicate promised, int mostProbes) {
        return new CapacitySearch(least, most, rate -> {
            if (rates.size() == mostProbes) {
                return Optional.empty();
            }
            rates.add(rate);
            return Optional.of(new TriedRate(
                    new RateProbe(rate, 1, 1, 0, Optional.empty()), sustained.test(rate), promised.test(rate)));
        });
    }
}
