package dev.joust.compare.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.ExternalRuntime.Launch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON is what JMH's own writer writes for the same numbers. */
final class JmhExportTest {
    private static final double[] SECONDS = {0.41, 0.4, 0.42, 0.405, 0.43, 0.415};
    private static final List<String> ARM = List.of("threads");

    private final JsonMapper json = new JsonMapper();

    @Test
    void keysTypesAndNumbersAreThoseOfJmhsOwnWriter() {
        var theirs = jmh(TimeValue.NONE, SECONDS);
        assertThat(theirs).hasSize(1);
        assertSame("", exported(batch(SECONDS)), theirs);
    }

    /** JMH gives no error then, and writes that it is no number. */
    @Test
    void twoTrialsHaveNoErrorAsInJmh() {
        var two = exported(batch(0.41, 0.4));
        assertSame("", two, jmh(TimeValue.NONE, 0.41, 0.4));
        assertThat(two.get(0).at("/primaryMetric/scoreError").asString()).isEqualTo("NaN");
    }

    @Test
    void timesOfIterationsAreWrittenAsJmhWritesThem() {
        var closed = exported(closed(Quantity.THROUGHPUT)).get(0);
        var theirs = jmh(TimeValue.seconds(1), 1).get(0);
        assertThat(closed.get("measurementTime")).isEqualTo(theirs.get("measurementTime"));
        assertThat(closed.get("warmupTime").asString())
                .isEqualTo(TimeValue.milliseconds(75).toString());
    }

    @Test
    void eachTrialIsAForkWithAnInnerListOfItsOwn() {
        var result = exported(batch(SECONDS)).get(0);
        assertThat(result.get("forks").asInt()).isEqualTo(6);
        assertThat(result.at("/primaryMetric/rawData")).hasSize(6).allSatisfy(trial -> assertThat(trial)
                .hasSize(1));
        assertThat(result.at("/primaryMetric/rawData/2/0").asDouble()).isEqualTo(0.42);
    }

    @Test
    void invalidTrialsAreLeftOutAndAnArmWithoutValuesHasNoResult() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("cpu-bound", "?", List.of("threads", "wrong")))
                .arm("threads", block -> SampleTrial.batch(0.4).wrong(block == 2 ? 1 : 0))
                .arm("wrong", _ -> SampleTrial.batch(0.4).wrong(1));
        var results = exported(session);
        assertThat(results).hasSize(1);
        assertThat(results.get(0).get("forks").asInt()).isEqualTo(5);
    }

    @Test
    void higherIsBetterOnlyInJmhsModeOfThroughput() {
        var throughput = exported(closed(Quantity.THROUGHPUT)).get(0);
        assertThat(throughput.get("mode").asString()).isEqualTo("thrpt");
        assertThat(throughput.at("/primaryMetric/scoreUnit").asString()).isEqualTo("ops/s");
        assertThat(throughput.get("threads").asInt()).isEqualTo(16);
        var response = exported(closed(Quantity.RESPONSE_P50)).get(0);
        assertThat(response.get("mode").asString()).isEqualTo("avgt");
        assertThat(response.at("/primaryMetric/scoreUnit").asString()).isEqualTo("ms/op");
    }

    @Test
    void metricsThatRankNothingAreSecondary() {
        var result = exported(closed(Quantity.THROUGHPUT)).get(0);
        var secondary = result.get("secondaryMetrics");
        assertThat(secondary.propertyNames())
                .contains("response-p50", "cpu-per-unit", "memory-per-unit-in-flight")
                .doesNotContain("throughput", "response-p99.9"); // a trial has too few units for it
        assertThat(secondary.get("cpu-per-unit").propertyNames())
                .containsExactlyElementsOf(result.get("primaryMetric").propertyNames());
    }

    @Test
    void theValueOfASweepIsAParameter() {
        var session = new SessionFixture(Profile.QUICK);
        for (int value : new int[] {1, 2}) {
            session.with(SampleSweeps.point("inFlight", value, ARM))
                    .arm("threads", _ -> SampleTrial.closed(100 * value, value));
        }
        var results = exported(session);
        assertThat(results)
                .extracting(result -> result.get("benchmark").asString() + " "
                        + result.at("/params/inFlight").asString())
                .containsExactly("dev.joust.sweep.threads 1", "dev.joust.sweep.threads 2");
    }

    @Test
    void aRuntimeThatIsNoJvmHasNoFlagsOfOne() {
        var cpython = new RuntimeStatus(Set.of("threads"), Optional.empty(), new Launch.Missing("gone"));
        var result = exported(batch(SECONDS).runtime("cpython", cpython)).get(0);
        assertThat(result.get("jvm").asString()).isEqualTo("cpython");
        assertThat(result.get("jvmArgs")).isEmpty();
    }

    private static SessionFixture batch(double... seconds) {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("cpu-bound", "?", ARM))
                .arm("threads", seconds.length, block -> SampleTrial.batch(seconds[block - 1]));
    }

    private static SessionFixture closed(Quantity primary) {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("io-bound", 16, primary, ARM))
                .arm("threads", _ -> SampleTrial.closed(9_000, 16));
    }

    private JsonNode exported(SessionFixture session) {
        return json.readTree(new JmhExport(JudgedFixture.of(session)).text());
    }

    private JsonNode jmh(TimeValue time, double... seconds) {
        return json.readTree(JmhFormat.text("dev.joust.cpu-bound.threads", time, Profile.QUICK.flags(), seconds));
    }

    /** The same keys in the same order, the same types, and the same values; numbers within rounding. */
    private static void assertSame(String path, JsonNode ours, JsonNode theirs) {
        assertThat(ours.getNodeType()).as(path).isEqualTo(theirs.getNodeType());
        if (path.endsWith("/secondaryMetrics")) {
            return; // JMH's profilers make them
        }
        if (theirs.isObject()) {
            assertThat(ours.propertyNames()).as(path).containsExactlyElementsOf(theirs.propertyNames());
            theirs.propertyNames().forEach(key -> assertSame(path + "/" + key, ours.get(key), theirs.get(key)));
        } else if (theirs.isArray()) {
            assertThat(ours).as(path).hasSize(theirs.size());
            for (int i = 0; i < theirs.size(); i++) {
                assertSame(path + "/" + i, ours.get(i), theirs.get(i));
            }
        } else if (theirs.isFloatingPointNumber()) {
            assertThat(ours.isFloatingPointNumber()).as(path).isTrue();
            assertThat(ours.asDouble()).as(path).isCloseTo(theirs.asDouble(), within(1e-9));
        } else {
            assertThat(ours).as(path).isEqualTo(theirs);
        }
    }
}
