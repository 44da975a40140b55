package dev.joust.compare.report.build;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Metric.Quantity;
import java.util.List;

/** Finds parts of a report for tests. */
final class ReportQueries {
    private ReportQueries() {}

    static SessionFixture comparison(SessionFixture lab) {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.2), Quantity.MAKESPAN, 3);
        return lab.with(SampleScenarios.batch(
                        "comparison", "Who is faster?", List.of("processes", "gil-threads"), claim))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.7, block, 0.02)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.02)));
    }

    static ScenarioReport scenario(Report report, String name) {
        return report.scenarios().stream()
                .filter(scenario -> scenario.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static ArmReport arm(ScenarioReport scenario, String name) {
        return scenario.arm(name).orElseThrow();
    }

    static List<ArmState> states(ScenarioReport scenario) {
        return scenario.arms().stream().map(arm -> arm.result().state()).toList();
    }
}
