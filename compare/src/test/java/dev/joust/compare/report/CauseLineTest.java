package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleSession;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CauseLineTest {
    private static final Report REPORT = SampleSession.lab().report();

    @Test
    void theFirstArmHasItsEvidenceAndTheOthersTheirCauses() {
        var line = CauseLine.of(SampleArms.throughput().arm("a", 3).arm("b", 2).arm("c", 1).scenario())
                .orElseThrow();
        assertThat(line.first()).containsExactly(new Fact("a", "cpu of a: the cores were busy"));
        assertThat(line.others()).isEqualTo("b: cpu of b; c: cpu of c");
    }

    @Test
    void anArmAloneHasNoOthers() {
        assertThat(CauseLine.of(SampleArms.throughput().arm("a", 3).scenario())
                        .orElseThrow()
                        .others())
                .isEmpty();
    }

    @Test
    void tiedArmsEachHaveOne() {
        assertThat(CauseLine.of(scenario("io-bound")).orElseThrow().first()).hasSize(3);
    }

    @Test
    void whereNoArmIsFirstThereIsNone() {
        assertThat(CauseLine.of(scenario("never-run"))).isEmpty();
        assertThat(CauseLine.of(scenario("control-aa"))).isEmpty();
    }

    @Test
    void itStandsBesideTheVerdict() {
        assertThat(new HtmlReport(REPORT, Optional.empty()).text())
                .containsPattern(
                        "</p>\\s*<div class=\"why\"><p>Why:</p><ul><li><strong>virtual-threads</strong> cpu: ")
                .contains("<li>What limits the others: vertx-loop, gil-threads and processes: cpu</li>");
        assertThat(new MarkdownReport(REPORT).text()).contains("Why virtual-threads: cpu: CPU 1.80 of 2 cores.");
    }

    private static ScenarioReport scenario(String name) {
        return REPORT.scenarios().stream()
                .filter(scenario -> scenario.question().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
