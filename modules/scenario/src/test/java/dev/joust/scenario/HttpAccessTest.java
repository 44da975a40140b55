package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a scenario says that its models are servers. */
final class HttpAccessTest {
    private static final int CORES = 2;

    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS, CORES);

    private static String over(String text, String how) {
        return text.replace("models:", "over: " + how + "\nmodels:");
    }

    private Optional<HttpAccess> read(String text) {
        return reader.parse("x.yaml", text).workload().http();
    }

    @Test
    void withoutAWordModelsRunInTheProcessOfTheLoad() {
        assertThat(read(Faults.GOOD)).isEmpty();
    }

    @Test
    void aClosedLoadHasAConnectionPerUnitInFlightAndAnOpenOneThoseOfAProxy() {
        assertThat(read(over(Faults.CLOSED, "http"))).contains(new HttpAccess(2, true, HttpAccess.USUAL_BACKLOG));
        assertThat(read(over(Faults.GOOD, "http"))).contains(new HttpAccess(4, true, HttpAccess.USUAL_BACKLOG));
        assertThat(read(over(Faults.OPEN, "http"))).contains(HttpAccess.USUAL);
    }

    @Test
    void eachNumberCanBeSaid() {
        assertThat(read(over(Faults.OPEN, "{http: {connections: 50, keepAlive: false, backlog: 16}}")))
                .contains(new HttpAccess(50, false, 16));
    }

    @Test
    void theListenBacklogCanVary() {
        var points = reader.declared("x.yaml", over(Faults.GOOD, "{http: {backlog: [16, 128]}}"));
        assertThat(points)
                .extracting(point ->
                        point.scenario().workload().http().orElseThrow().backlog())
                .isEqualTo(List.of(16, 128));
        assertThat(points.getFirst().scenario().name()).isEqualTo("good-16");
    }

    @Test
    void theWorkOfAnArmStaysOverHttp() {
        var scenario = reader.parse("x.yaml", over(Faults.CLOSED, "http"));
        assertThat(scenario.workload().on(scenario.arms().getFirst()).http()).isPresent();
        assertThat(scenario.workload().withCpuTimes(2).http()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grpc | unknown way to a model 'grpc'; known: http",
                "{grpc: {}} | known: http",
                "{http: {connections: 0}} | connections",
                "{http: {connections: 20001}} | connections",
                "{http: {backlog: 65536}} | backlog",
                "{http: {keepAlive: perhaps}} | must be true or false, found ",
                "{http: {threads: 3}} | unknown key 'threads'"
            })
    void whatCannotBeIsRefusedWithItsPlace(String how, String found) {
        assertThatThrownBy(() -> read(over(Faults.GOOD, how)))
                .isInstanceOf(BadScenarioException.class)
                .hasMessageStartingWith("x.yaml:")
                .hasMessageContaining(found);
    }
}
