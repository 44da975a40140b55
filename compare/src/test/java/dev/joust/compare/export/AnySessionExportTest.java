package dev.joust.compare.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleResult;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever happened in a session, each format has a reader that reads what is written. */
final class AnySessionExportTest {
    private static final List<String> ARMS = List.of("vertx-loop", "threads");

    /**
     * A kind of trial, as often as it is drawn.
     *
     * @param shape of the load
     * @param flaws one per block and arm: 0 for a good trial
     */
    private record Drawn(int shape, Profile profile, List<Integer> flaws) {}

    @Property(tries = 150)
    void eachFormatCanBeReadBack(@ForAll("sessions") Drawn drawn) {
        var session = session(drawn);
        int trials = drawn.flaws().size() / ARMS.size() * ARMS.size();

        var results = new JsonMapper().readTree(ExportFormat.JMH.text(session));
        assertThat(results.isArray()).isTrue();
        results.forEach(AnySessionExportTest::assertResult);

        var histograms = HistogramExportTest.read(ExportFormat.HLOG.text(session));
        assertThat(histograms.size()).isLessThanOrEqualTo(2 * trials);

        var rows = CsvExportTest.parsed(ExportFormat.CSV.text(session));
        assertThat(rows).allSatisfy(AnySessionExportTest::assertRow);
        assertThat(rows.stream().map(row -> row.get("block") + row.get("arm")).distinct())
                .hasSize(trials);
    }

    private static void assertResult(JsonNode result) {
        int forks = result.get("forks").asInt();
        assertThat(forks).isPositive();
        assertThat(result.at("/primaryMetric/rawData")).hasSize(forks);
        assertThat(result.at("/primaryMetric/score").asDouble()).isPositive();
        assertThat(result.at("/primaryMetric/scoreError").isNumber()).isEqualTo(forks > 2);
    }

    private static void assertRow(CSVRecord row) {
        assertThat(row.isConsistent()).isTrue();
        var value = row.get("value");
        if (value.isEmpty()) {
            assertThat(row.get("reason")).isNotEmpty();
            assertThat(row.get("at_least")).isEmpty();
        } else {
            assertThat(row.get("valid")).isEqualTo("true");
            assertThat(Double.parseDouble(value)).isPositive().isFinite();
            assertThat(row.get("at_least")).isEqualTo(row.get("reason").isEmpty() ? "false" : "true");
        }
    }

    @Provide
    Arbitrary<Drawn> sessions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Profile.class),
                        Arbitraries.integers().between(0, 3).list().ofMinSize(0).ofMaxSize(16))
                .as(Drawn::new);
    }

    private static JudgedSession session(Drawn drawn) {
        var scenario = scenario(drawn.shape());
        var fixture = new SessionFixture(drawn.profile()).with(scenario);
        int blocks = drawn.flaws().size() / ARMS.size();
        for (int i = 0; i < ARMS.size(); i++) {
            int arm = i;
            fixture.arm(
                    ARMS.get(i),
                    blocks,
                    block -> trial(drawn.shape(), drawn.flaws().get((block - 1) * ARMS.size() + arm)));
        }
        assertThat(scenario.arms()).extracting(Arm::name).isEqualTo(ARMS);
        return JudgedFixture.of(fixture);
    }

    private static Scenario scenario(int shape) {
        return switch (shape) {
            case 0 -> SampleScenarios.batch("any", "?", ARMS);
            case 1 -> SampleScenarios.closed("any", 16, Quantity.RESPONSE_P99, ARMS);
            case 2 -> SampleScenarios.open("any", 1_000, Quantity.GOODPUT, ARMS);
            case 3 -> SampleScenarios.spike("any", ARMS);
            default -> SampleScenarios.capacity("any", ARMS);
        };
    }

    private static SampleResult trial(int shape, int flaw) {
        return switch (shape) {
            case 0 -> flawed(SampleTrial.batch(0.5), flaw);
            case 1 -> flawed(SampleTrial.closed(2_000, 16), flaw);
            case 2, 3 ->
                switch (flaw) {
                    case 0 -> SampleOpenTrial.answering(1_000, 5);
                    case 1 -> SampleOpenTrial.answering(1_000, 5).backlog(900);
                    case 2 -> SampleOpenTrial.answering(1_000, 5).stoppedBecause("the backlog grew");
                    default -> SampleOpenTrial.answering(1_000, 5).sent(0);
                };
            default -> SampleOpenTrial.capacity(100 + flaw);
        };
    }

    private static SampleTrial flawed(SampleTrial trial, int flaw) {
        return switch (flaw) {
            case 0 -> trial;
            case 1 -> trial.wrong(1);
            case 2 -> trial.unfinished(5_000);
            default -> trial.failed();
        };
    }
}
