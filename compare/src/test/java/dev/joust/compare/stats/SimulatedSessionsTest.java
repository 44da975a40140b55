package dev.joust.compare.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.plan.Profile;
import dev.joust.compare.stats.SimulatedSession.ControlsFound;
import dev.joust.compare.stats.SimulatedSession.SimulatedResult;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often whole sessions are wrong, and how much they find, with their looks and controls, on a machine that is
 * quiet, drifts, or is noisy. {@code -Djoust.simulated.sessions=5000} runs the long form. The figures are in
 * compare/decisions/0020.
 */
class SimulatedSessionsTest {
    private static final int SESSIONS = Integer.getInteger("joust.simulated.sessions", 100);
    private static final int SCENARIOS = 6;
    private static final int CLAIMS = 3 * SCENARIOS;

    /** What so many sessions said. */
    record SimulatedSessions(Looks looks, List<SimulatedResult> all) {
        static SimulatedSessions on(Looks looks, double drift, double noise) {
            var random = new SplittableRandom(1944);
            return new SimulatedSessions(
                    looks,
                    IntStream.range(0, SESSIONS)
                            .mapToObj(session -> new SimulatedSession(looks, SCENARIOS)
                                    .run(new DriftingMachine(random.split(), drift, noise)))
                            .toList());
        }

        double share(Predicate<SimulatedResult> condition) {
            return all.stream().filter(condition).count() / (double) all.size();
        }

        double mean(ToIntFunction<SimulatedResult> count, int of) {
            return all.stream().mapToInt(count).average().orElseThrow() / of;
        }

        double power() {
            return mean(result -> result.counts().held(), CLAIMS);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "sessions with a false winner %.2f %%, with a false decision on a boundary %.2f %%, false decisions"
                            + " per boundary claim %.2f %%, true claims refuted %.3f %%, held %.1f %%, ties for the"
                            + " first place found %.1f %%, blocks per scenario %.1f; sound %.1f %%, underpowered %.1f"
                            + " %%, contaminated %.2f %%",
                    100 * share(SimulatedResult::falseWinner),
                    100 * share(result -> result.falseDecisions() > 0),
                    100 * mean(SimulatedResult::falseDecisions, 2),
                    100 * mean(SimulatedResult::falseRefutations, CLAIMS),
                    100 * power(),
                    100 * mean(result -> result.counts().winners(), SCENARIOS + 1),
                    mean(result -> result.counts().blocks(), SCENARIOS),
                    100 * share(result -> result.controls() == ControlsFound.SOUND),
                    100 * share(result -> result.controls() == ControlsFound.UNDERPOWERED),
                    100 * share(result -> result.controls() == ControlsFound.CONTAMINATED));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "QUICK, quiet, 0, 0.02, 0.95",
        "QUICK, drifting, 1, 0.02, 0.8",
        "QUICK, noisy, 1, 0.05, 0.5",
        "FULL, quiet, 0, 0.02, 0.99",
        "FULL, drifting, 1, 0.02, 0.95",
        "FULL, noisy, 1, 0.05, 0.5"
    })
    void sessionsAreSeldomWrongAndFindWhatIsThere(
            Profile profile, String machine, double drift, double noise, double power, TestReporter reporter) {
        var looks = profile.looks();
        var sessions = SimulatedSessions.on(looks, drift, noise);
        reporter.publishEntry(looks + ", " + machine, sessions.toString());

        assertThat(sessions.share(SimulatedResult::falseWinner))
                .as("false winners: %s", sessions)
                .isLessThanOrEqualTo(allowed(0.01));
        assertThat(sessions.mean(SimulatedResult::falseRefutations, CLAIMS))
                .as("true claims refuted: %s", sessions)
                .isLessThanOrEqualTo(0.01);
        double wrong = looks.family()
                ? sessions.share(result -> result.falseDecisions() > 0)
                : sessions.mean(SimulatedResult::falseDecisions, 2);
        assertThat(wrong).as("false decisions: %s", sessions).isLessThanOrEqualTo(allowed(looks.error()));
        assertThat(sessions.share(result -> result.controls() == ControlsFound.CONTAMINATED))
                .as("contaminated: %s", sessions)
                .isLessThanOrEqualTo(allowed(0.01));
        assertThat(sessions.power()).as("true claims held: %s", sessions).isGreaterThan(power);
    }

    /** With this true rate, one in a thousand such simulations shows more than this. */
    private static double allowed(double rate) {
        return BinomialDistribution.of(SESSIONS, rate).inverseCumulativeProbability(0.999) / (double) SESSIONS;
    }
}
