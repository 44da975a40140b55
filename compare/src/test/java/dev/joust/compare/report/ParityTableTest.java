package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.trial.CounterNames;
import dev.joust.trial.HttpTarget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParityTableTest {
    private static final Report REPORT = SampleSession.lab().report();

    @Test
    void everyArmShowsWhatItHad() {
        assertThat(ParityTable.of(scenario("cpu-bound")).rows())
                .contains(List.of(
                        "vertx-loop",
                        "vertx-loop",
                        "Temurin 25.0.3+9",
                        "256",
                        "1",
                        "4,096",
                        "n/a",
                        "1",
                        "19",
                        "120",
                        "n/a"))
                .hasSize(4);
    }

    @Test
    void whatIsNotKnownIsNotZero() {
        assertThat(row("io-bound", "processes").subList(6, 11)).containsOnly("n/a");
    }

    @Test
    void anArmWithoutAValidTrialIsLeftOut() {
        assertThat(ParityTable.of(scenario("mixed")).rows())
                .extracting(List::getFirst)
                .doesNotContain("gil-threads");
        assertThat(ParityTable.of(scenario("never-run")).filled()).isFalse();
    }

    @Test
    void aServerShowsItsConnectionsAndItsBacklogToo() {
        var table = ParityTable.of(SampleArms.lower("response-p99")
                .arm(
                        "vertx-loop",
                        1,
                        new ResourceAmount(HttpTarget.CONNECTIONS_OPENED, Optional.of(200.0)),
                        new ResourceAmount(CounterNames.BACKLOG, Optional.of(1_024.0)),
                        new ResourceAmount(CounterNames.HEAP, Optional.of(989.0)))
                .scenario());
        assertThat(table.columns())
                .extracting(Table.Column::title)
                .endsWith("heap at most, MiB", "connections of clients", "backlog");
        assertThat(table.rows().getFirst()).endsWith("989", "200", "1,024");
    }

    @Test
    void oneArmIsATableToo() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("alone", "?", List.of("processes")))
                .arm("processes", block -> SampleTrial.batch(1))
                .report();
        assertThat(ParityTable.of(report.scenarios().getFirst()).rows()).hasSize(1);
    }

    @Test
    void thePageFoldsIt() {
        assertThat(new HtmlReport(REPORT, Optional.empty()).text()).contains("<details><summary>What each arm had: ");
        assertThat(new MarkdownReport(REPORT).text()).contains("What each arm had: ");
    }

    private static List<String> row(String scenario, String arm) {
        return ParityTable.of(scenario(scenario)).rows().stream()
                .filter(row -> row.getFirst().equals(arm))
                .findFirst()
                .orElseThrow();
    }

    private static ScenarioReport scenario(String name) {
        return REPORT.scenarios().stream()
                .filter(scenario -> scenario.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
