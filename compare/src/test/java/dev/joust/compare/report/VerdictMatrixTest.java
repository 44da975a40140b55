package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.VerdictMatrix.MatrixCell;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictMatrixTest {
    @Test
    void theWinnerIsTheBest() {
        assertThat(cells(race(Profile.QUICK).controls()))
                .contains(new MatrixCell(ArmState.WIN, "1", "the best"))
                .extracting(MatrixCell::state)
                .containsExactly(ArmState.WIN, ArmState.BEHIND);
    }

    @Test
    void nobodyIsTheBestWhereTheProfileJudgesNothing() {
        assertThat(cells(race(Profile.SMOKE).controls()))
                .containsOnly(new MatrixCell(ArmState.UNRANKED, "", ""))
                .hasSize(2);
    }

    @Test
    void nobodyIsTheBestWhereAControlFailed() {
        assertThat(cells(race(Profile.QUICK).controls(0.5)))
                .containsOnly(new MatrixCell(ArmState.WITHHELD, "", ""))
                .hasSize(2);
    }

    private static SessionFixture race(Profile profile) {
        return new SessionFixture(profile)
                .with(SampleScenarios.batch("race", "?", List.of("processes", "gil-threads")))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.7, block, 0.02)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.02)));
    }

    private static List<MatrixCell> cells(SessionFixture lab) {
        return VerdictMatrix.of(lab.report()).rows().getFirst().cells();
    }
}
