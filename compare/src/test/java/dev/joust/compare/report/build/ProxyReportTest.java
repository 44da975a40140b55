package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.TextReport;
import dev.joust.compare.session.ServiceInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report says of a service behind the proxy of a container engine. */
final class ProxyReportTest {
    private static final String SENTENCE = "the service runs behind the container engine's proxy";

    @Test
    void aProxyIsSaidBesideTheWinnerOfAScenarioThatCalls() {
        var report =
                session().network("a bridge, its port published on 127.0.0.1").report();
        assertThat(limits(report, "stream"))
                .hasValueSatisfying(limits -> assertThat(limits).startsWith(SENTENCE));
        assertThat(limits(report, "race")).isEmpty();
        assertThat(new TextReport(report).text().replaceAll("\\s+", " ")).contains(SENTENCE);
    }

    @Test
    void theNetworkOfTheMachineHasNoProxy() {
        assertThat(limits(session().network(ServiceInfo.Container.HOST_NETWORK).report(), "stream"))
                .isEmpty();
        assertThat(limits(session().report(), "stream")).isEmpty();
    }

    private static Optional<String> limits(Report report, String name) {
        return ReportQueries.scenario(report, name).question().limits();
    }

    private static SessionFixture session() {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "?", List.of("a", "b")))
                .arm("a", _ -> SampleTrial.batch(0.5))
                .arm("b", _ -> SampleTrial.batch(0.6))
                .with(SampleScenarios.streams("stream", 4, List.of("a", "b")))
                .arm("a", _ -> SampleTrial.closed(100, 4))
                .arm("b", _ -> SampleTrial.closed(90, 4));
    }
}
