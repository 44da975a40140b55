package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.ContextReport.NotAskedReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContextReportTest {
    @Test
    void whatTheOptionLeftOutIsNotLeftOutByTheProfile() {
        var context = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "?", List.of("processes", "gil-threads")))
                .leftOut("vertx-loop")
                .report()
                .context();

        assertThat(context.notAsked().text("quick"))
                .isEqualTo("1 claim not asked, left out by --models: see report.html");
    }

    @Test
    void whatHasNoRuntimeIsLeftOutByNobody() {
        assertThat(new NotAskedReport(List.of("one", "other"), Optional.empty()).text("quick"))
                .isEqualTo("2 claims not asked: see report.html");
    }

    @Test
    void oneBlockIsNoPlural() {
        assertThat(new ControlsReport(List.of(), 1, 1).text()).isEqualTo("1 block, 1 trial repeated");
        assertThat(new ControlsReport(List.of(), 2, 0).text()).isEqualTo("2 blocks, 0 trials repeated");
    }

    @Test
    void thePageSaysWhyBlocksAreRepeatedOnlyWhereSomeAre() {
        var lab = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "?", List.of("processes", "gil-threads")))
                .arm("processes", block -> SampleTrial.batch(0.7))
                .arm("gil-threads", block -> SampleTrial.batch(1));

        assertThat(page(lab)).contains("<p>0 trials repeated.</p>");
        assertThat(page(lab.interrupted("processes", 6, SampleTrial.batch(0.7))))
                .contains("<p>1 trial repeated, because the machine was disturbed or the session was interrupted.</p>");
    }

    private static String page(SessionFixture lab) {
        return new HtmlReport(lab.report(), Optional.empty()).text();
    }
}
