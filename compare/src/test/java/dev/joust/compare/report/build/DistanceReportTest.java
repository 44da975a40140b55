package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.Fact;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.compare.verdict.Judge;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.ServiceDistance;
import dev.joust.compare.verdict.SessionStatus;
import dev.joust.scenario.Metric;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report says of how far away the service is. */
final class DistanceReportTest {
    private static final String LOOPBACK = "The service answers over loopback";
    private static final String LINE = "the service is 0.40 ms away (median of 6 blocks; 0.38 to 0.43)";

    @Test
    void theRoundTripIsAFactAndACaveatInPlaceOfLoopback() {
        var report = session().away(block -> 0.37 + 0.01 * block).report();
        assertThat(report.context().facts()).contains(new Fact("round trip", LINE));
        assertThat(report.context().caveats())
                .anyMatch(caveat -> caveat.startsWith("By its round trip " + LINE + ". On another network"))
                .noneMatch(caveat -> caveat.startsWith(LOOPBACK));
    }

    @Test
    void ofAServiceThatJoustStartedNothingIsSaid() {
        var report = session().report();
        assertThat(report.context().facts()).noneMatch(fact -> fact.name().equals("round trip"));
        assertThat(report.context().caveats()).anyMatch(caveat -> caveat.startsWith(LOOPBACK));
    }

    @Test
    void aSessionWhoseServiceMovesWithinTooManyBlocksIsDisturbed() {
        assertThat(moving(1).status()).isNotEqualTo(SessionStatus.DISTURBED);
        assertThat(moving(2).status()).isEqualTo(SessionStatus.DISTURBED);
    }

    @Test
    void theHostsOfAMergedSessionHaveTheirOwn() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("calls", 4, Metric.Quantity.THROUGHPUT, List.of("a", "b")))
                .session();
        var results = IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(block -> List.of("a", "b").stream()
                        .map(arm -> trial(arm, block, block).withHost(block % 2 == 0 ? "even" : "odd")))
                .toList();
        assertThat(ServiceDistance.of(new Judge(session, List.of()).judge(results)))
                .extracting(ServiceDistance::text)
                .containsExactly(
                        "the service is 2.00 ms away from even (median of 2 blocks; 2.00 to 4.00)",
                        "the service is 1.00 ms away from odd (median of 2 blocks; 1.00 to 3.00)");
    }

    private static Judgement moving(int blocks) {
        var session = session();
        var results = IntStream.rangeClosed(1, 6)
                .boxed()
                .flatMap(block -> List.of(trial("a", block, 1), trial("b", block, block <= blocks ? 9 : 1)).stream())
                .toList();
        return new Judge(session.session(), List.of()).judge(results);
    }

    private static Result trial(String arm, int block, double millis) {
        var way = ServiceRoundTrip.of(Math.round(millis * 1e6));
        return SampleTrial.closed(100, 4)
                .of(new TrialId("made-up", "calls", arm, block, 1), new Ceiling(2, 4096))
                .with(new RoundTrips(way, way));
    }

    private static SessionFixture session() {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("calls", 4, Metric.Quantity.THROUGHPUT, List.of("a", "b")))
                .arm("a", _ -> SampleTrial.closed(100, 4))
                .arm("b", _ -> SampleTrial.closed(90, 4));
    }
}
