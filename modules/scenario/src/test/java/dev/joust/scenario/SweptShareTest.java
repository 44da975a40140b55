package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rate that is a share of a capacity may be a list of shares. */
final class SweptShareTest {
    private static final String SHARES =
            Faults.OPEN.replace("{calls: 100/s, task: 2/s}", "[30 % of capacity, 60 % of capacity]");

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS, 2);

    @Test
    void eachShareIsAScenarioOfItsOwn() {
        assertThat(read(SHARES))
                .extracting(Scenario::name)
                .containsExactly("good-30-of-capacity", "good-60-of-capacity");
        assertThat(read(SHARES))
                .extracting(point -> ((Load.Open) point.workload().load()).share())
                .containsExactly(
                        Optional.of(new Load.CapacityShare(0.3, false)),
                        Optional.of(new Load.CapacityShare(0.6, false)));
    }

    @Test
    void sharesOfDifferentCapacitiesHaveNoOrder() {
        assertThatThrownBy(() -> read(SHARES.replace("60 % of capacity", "60 % of own capacity")))
                .hasMessageContaining("the values of a sweep of 'rate' have one unit, found '30 % of capacity' and");
    }

    private List<Scenario> read(String text) {
        return reader.declared("x.yaml", text).stream()
                .map(DeclaredScenario::scenario)
                .toList();
    }
}
