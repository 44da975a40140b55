package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which controls run beside which questions. */
class AddedControlsTest {
    private final Scenario batch = SampleScenarios.batch("batch", "?", List.of("vertx-loop", "processes"));
    private final Scenario streams = SampleScenarios.streams("streams", 4, List.of("vertx-loop", "processes"));
    private final Scenario pair = SampleScenarios.control("control-aa", new Control.Same());
    private final Scenario calls = SampleScenarios.streams("control-aa-calls", 4, List.of("one", "other"))
            .with(pair.judging());

    @Test
    void aNamedScenarioGetsTheControlsThatItsKindNeeds() {
        assertThat(ran(true, batch)).containsExactly("batch", "control-aa");
        assertThat(ran(true, streams)).containsExactly("streams", "control-aa", "control-aa-calls");
    }

    @Test
    void aControlThatIsNamedRunsOnceAndAlsoWithoutAService() {
        assertThat(ran(true, batch, pair)).containsExactly("batch", "control-aa");
        assertThat(ran(true, batch, calls)).containsExactly("batch", "control-aa-calls", "control-aa");
    }

    @Test
    void namedControlsAloneRunAlone() {
        assertThat(ran(true, pair)).containsExactly("control-aa");
    }

    @Test
    void allOfJoustsOwnScenariosHaveTheirControlsOnce() {
        assertThat(ran(false, batch, streams, pair, calls))
                .containsExactly("batch", "streams", "control-aa", "control-aa-calls");
    }

    @Test
    void withoutControlsNoneRunsButThoseThatAreNamed() {
        assertThat(names(new AddedControls(listed(batch, pair), false).to(List.of())))
                .containsExactly("batch");
        assertThat(names(new AddedControls(listed(batch, pair), true).to(List.of())))
                .containsExactly("batch", "control-aa");
    }

    private List<String> ran(boolean byName, Scenario... asked) {
        var added = new AddedControls(listed(asked), byName);
        var scenarios = added.to(listed(pair, calls)).stream()
                .map(ListedScenario::scenario)
                .toList();
        return added.needed(new Chosen(scenarios, List.of(), List.of())).scenarios().stream()
                .map(Scenario::name)
                .toList();
    }

    private static List<ListedScenario> listed(Scenario... scenarios) {
        return Arrays.stream(scenarios)
                .map(s -> new ListedScenario(s, Optional.empty(), true))
                .toList();
    }

    private static List<String> names(List<ListedScenario> listed) {
        return listed.stream().map(l -> l.scenario().name()).toList();
    }
}
