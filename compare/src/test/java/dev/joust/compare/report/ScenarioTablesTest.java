package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTablesTest {
    private static final ScenarioReport MIXED = scenario("mixed");

    /** In a session of one machine. */
    private static Table results(ScenarioReport scenario) {
        return ScenarioTables.results(scenario, SampleSession.lab().report().context());
    }

    @Test
    void theColumnsOfTheResultsAreTheseAndNoOthers() {
        assertThat(results(MIXED).columns())
                .extracting(Table.Column::title)
                .containsExactly(
                        "arm",
                        "verdict",
                        "median, s",
                        "times worse than the best",
                        "interval",
                        "share of the analytic limit",
                        "valid trials",
                        "not steady",
                        "units done",
                        "units unfinished",
                        "units failed",
                        "wrong answers");
    }

    @Test
    void trialsThatAreNotSteadyAreCountedAmongTheValidOnes() {
        assertThat(results(MIXED).rows())
                .extracting(row -> row.get(7))
                .containsExactly("0 of 6 trials", "n/a", "6 of 6 trials", "0 of 5 trials");
    }

    @Test
    void anArmWithoutAValueSaysHowManyUnitsItNeeds() {
        assertThat(results(scenario("tail")).rows())
                .extracting(row -> row.get(1))
                .containsExactly(
                        "no value: it needs 1,000 units per trial, has 900",
                        "no value: it needs 10,000 units over all trials, has 9,000");
    }

    @Test
    void aMedianThatIsALowerBoundSaysSo() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("behind", 4, Quantity.RESPONSE_P50, List.of("processes", "gil-threads")))
                .arm("processes", block -> SampleTrial.closed(10, 4).unfinished(20))
                .arm("gil-threads", block -> SampleTrial.closed(1000, 4))
                .controls()
                .report();
        var behind = report.scenarios().stream()
                .filter(scenario -> scenario.question().name().equals("behind"))
                .findFirst()
                .orElseThrow();
        assertThat(results(behind).rows().getFirst())
                .startsWith(
                        "processes", "no value, a lower bound is not judged: units were unfinished", "\u2265 1,100");
        assertThat(ScenarioTables.latencies(behind).rows().getFirst()).contains("\u2265 1,100");
        assertThat(Tables.verdicts(report).rows().getFirst()).contains("\u2265 1,100 ms");
    }

    @Test
    void eachResourceHasItsLabelAndACounterItsName() {
        assertThat(ScenarioTables.resourceUsage(scenario("cpu-bound")).rows())
                .extracting(List::getFirst)
                .containsExactly(
                        "start-up to the first answer, ms",
                        "CPU time per unit, ms",
                        "CPU time, s",
                        "CPU time in user mode, s",
                        "CPU time in the kernel, s",
                        "peak resident memory, MiB",
                        "proportional memory (shared pages divided), MiB",
                        "memory per unit in flight (whole process tree), KiB",
                        "resident memory per worker process, MiB",
                        "proportional memory per worker process, MiB",
                        "read and write calls per unit",
                        "voluntary context switches",
                        "involuntary context switches",
                        "processes",
                        "threads",
                        "sockets",
                        "connections that the service accepted during the trial",
                        "counter lock-handovers");
    }

    private static ScenarioReport scenario(String name) {
        return SampleSession.lab().report().scenarios().stream()
                .filter(scenario -> scenario.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
