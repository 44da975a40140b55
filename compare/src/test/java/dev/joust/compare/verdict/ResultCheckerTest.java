package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import dev.joust.trial.Ceiling;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A result is checked once, and again only when a recalibration has moved the analytic limits. */
final class ResultCheckerTest {
    private final Scenario race = SampleScenarios.batch("race", "?", List.of("a", "b"));
    private final Session session = new SessionFixture(Profile.QUICK).with(race).session();
    private final ResultChecker checker = new ResultChecker(session, List.of());
    private final Result fast = SampleTrial.batch(0.2).of(new TrialId("s", "race", "a", 1, 1), new Ceiling(2, 4));

    @Test
    void aResultIsCheckedOnce() {
        assertThat(checker.check(race, fast)).isSameAs(checker.check(race, fast));
        checker.add(times(0.9));
        var first = checker.check(race, fast);
        checker.add(times(1.0));
        assertThat(checker.check(race, fast)).isSameAs(first);
    }

    @Test
    void aFasterRuntimeMovesTheLimitsSoResultsAreCheckedAgain() {
        assertThat(checker.check(race, fast).failed())
                .singleElement()
                .asString()
                .startsWith("analytic limit: ");
        checker.add(times(2));
        assertThat(checker.check(race, fast).failed()).isEmpty();
    }

    @Test
    void laterChecksAgreeWithThoseOfASessionThatIsReadFromDisk() {
        checker.check(race, fast);
        checker.add(times(2));
        var read = new ResultChecker(session, List.of(times(2)));
        assertThat(checker.check(race, fast)).isEqualTo(read.check(race, fast));
    }

    private Recalibration times(double factor) {
        double first =
                session.instrument().calibrations().get("jvm").unitsPerMilli().get("mix");
        return new Recalibration(3, "jvm", new Calibration(Map.of("mix", first * factor)));
    }
}
