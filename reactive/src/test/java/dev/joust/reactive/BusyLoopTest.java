package dev.joust.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.joust.trial.Activity;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Setup;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the loops tell of themselves after a unit that computed. */
final class BusyLoopTest {

    static Stream<ConcurrencyModel> all() {
        return Stream.concat(Loops.both(), Stream.of(new VertxLoops()));
    }

    @ParameterizedTest
    @MethodSource("dev.joust.reactive.Loops#both")
    void aStepThatRunsOnTheLoopIsATurn(ConcurrencyModel model) throws Exception {
        try (var runner = Loops.start(model, Setup.NOWHERE, 4)) {
            Loops.outcome(runner.run(Loops.unit(Loops.COMPUTE)));
            assertThat(runner.activity().longest().get(Activity.LOOP_TURN)).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void onLinuxTheTimesOfTheLoopsThreadAreKnown(ConcurrencyModel model) throws Exception {
        assumeThat(Path.of("/proc/thread-self/schedstat")).exists();
        try (var runner = Loops.start(model, Setup.NOWHERE, 4)) {
            Loops.outcome(runner.run(Loops.unit(Loops.COMPUTE)));
            Loops.outcome(runner.run(Loops.unit(Loops.COMPUTE)));
            assertThat(runner.activity().integrals())
                    .containsOnlyKeys(Activity.LOOP_BUSY, Activity.LOOP_WITHOUT_CORE)
                    .extractingByKey(Activity.LOOP_BUSY)
                    .satisfies(nanos -> assertThat(nanos).isPositive());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aClosedLoopTellsNoTimes(ConcurrencyModel model) throws Exception {
        var runner = Loops.start(model, Setup.NOWHERE, 4);
        Loops.outcome(runner.run(Loops.unit(Loops.COMPUTE)));
        runner.close();
        assertThat(runner.activity().integrals()).isEmpty();
    }
}
