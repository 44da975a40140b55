package dev.joust.compare.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.FakeRuntime;
import dev.joust.compare.SampleScenarios;
import dev.joust.scenario.HttpAccess;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServerCheckTest {
    private final ServerCheck check = new ServerCheck(
            ModelRegistry.of(Map.of("platform-threads", Set.of(), "sequential", Set.of()), List.of(new Framework())));

    /** A runtime whose models are servers and nothing else, as a web framework's are. */
    private static final class Framework extends FakeRuntime {
        @Override
        public boolean serves(String model) {
            return true;
        }

        @Override
        public boolean runsInProcess(String model) {
            return false;
        }
    }

    private static Scenario race(String... models) {
        return SampleScenarios.batch("race", "?", List.of(models));
    }

    private static Scenario served(String... models) {
        var race = race(models);
        return new Scenario(
                race.name(),
                race.question(),
                race.statement(),
                race.workload().over(HttpAccess.USUAL),
                race.pod(),
                race.arms(),
                race.judging(),
                race.point());
    }

    @Test
    void whoCanDoWhatIsAskedPasses() {
        assertThatCode(() ->
                        check.check(List.of(race("platform-threads"), served("platform-threads", FakeRuntime.MODEL))))
                .doesNotThrowAnyException();
    }

    @Test
    void aModelThatIsNoServerIsRefusedOverHttp() {
        assertThatThrownBy(() -> check.check(List.of(served("platform-threads", "sequential"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("scenario race is 'over: http', which sequential cannot answer");
    }

    @Test
    void aServerIsRefusedWhereNothingIsSentOverHttp() {
        assertThatThrownBy(() -> check.check(List.of(race("platform-threads", FakeRuntime.MODEL))))
                .isInstanceOf(UsageException.class)
                .hasMessage("scenario race is not 'over: http', but fake-threads answers HTTP requests alone");
    }
}
