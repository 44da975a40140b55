package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.ReadmeTable.ReadmeColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTableTest {
    private static final Report REPORT = SampleSession.lab().report();
    private static final String TABLE = new ReadmeTable(REPORT).text();
    private static final String CHOICE = new ChoiceTable(REPORT).text();

    @Test
    void theColumnsAreTheseAndNoOthers() {
        assertThat(ReadmeColumn.values())
                .containsExactly(
                        ReadmeColumn.QUESTION,
                        ReadmeColumn.WINNER,
                        ReadmeColumn.BY_HOW_MUCH,
                        ReadmeColumn.CLAIMS,
                        ReadmeColumn.DESIGN);
        assertThat(TABLE).startsWith("""
                        | question | winner | by how much | claims | what it means for a design |
                        | --- | --- | --- | --- | --- |
                        """);
    }

    @Test
    void eachQuestionHasItsWinnerAndWhatItMeans() {
        assertThat(TABLE)
                .contains("| Which model finishes a batch of pure computation first? (cpu-bound) "
                        + "| virtual-threads wins among 4 models | 1.66 [1.57, 1.76] over processes "
                        + "| 1 held, 1 refuted, 1 not applicable "
                        + "| For computation, choose free threads. Worse: an event loop (2.51 times), ")
                .contains("| gil-threads, vertx-loop and virtual-threads tie among 4 models | within 25 % | 1 held "
                        + "| For waiting on I/O, choose an event loop, threads behind one lock or free threads. "
                        + "Worse: worker processes (6.07 times). |")
                .doesNotContain("control-aa");
    }

    @Test
    void theLinesBelowSayWhereTheNumbersHold() {
        var source = """

                Measured on A Processor 3000, 2 cores, Eclipse Adoptium 25.0.3+9-LTS, on 2026-11-22.
                Profile quick (first JIT compiler alone), seed 4711; controls: sound.
                Numbers of one machine over loopback: measure on yours before you believe them.
                """;
        assertThat(TABLE).endsWith(source);
        assertThat(CHOICE).endsWith("\nFrom the session with seed 4711, profile quick (first JIT compiler alone).\n");
    }

    @Test
    void whatIsUndecidedGivesNoAdvice() {
        assertThat(TABLE)
                .contains("| No advice yet: more blocks must tell processes and virtual-threads apart.")
                .contains("| No advice: undecided: no arm has a value of the primary metric. |");
    }

    @Test
    void aFamilyWhoseMembersDifferIsNamedByItsMembers() {
        var report = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("split", "Who?", List.of("platform-threads", "virtual-threads")))
                .arm("platform-threads", block -> SampleTrial.batch(SessionFixture.wobble(0.5, block, 0.01)))
                .arm("virtual-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.01)))
                .report();

        assertThat(new ReadmeTable(report).text())
                .contains("For computation, choose platform-threads. Worse: virtual-threads (2.00 times).");
    }

    @Test
    void theChoiceTableHasEachModelAgainstEachKindOfWork() {
        assertThat(CHOICE)
                .startsWith("| model | CPU-bound | I/O-bound | CPU-bound (mixed) | I/O-bound (tail) |")
                .contains("| virtual-threads | **best** | **ties for best** | inconclusive | not asked |")
                .contains("| processes | 1.66 times worse | 6.07 times worse | inconclusive | not asked |");
    }
}
