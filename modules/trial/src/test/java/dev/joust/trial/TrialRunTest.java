package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of a trial, and what it counts, on a model that answers at once. */
final class TrialRunTest {
    private static final Calibration CALIBRATION = new Calibration(Map.of("mix", 1.0, "sieve", 1.0));
    private static final WorkClass WORK = new WorkClass(
            "unit",
            1,
            List.of(
                    new Step.Compute(Kernel.MIX, Duration.ofMillis(1)),
                    new Step.Native(Kernel.SIEVE, Duration.ofMillis(1))));

    /** 100 hours in milliseconds: longer than this JVM can have collected. */
    private static final double HOURS_OF_COLLECTING = 100 * 3_600_000.0;

    private final List<String> events = new ArrayList<>();

    @TempDir
    private Path scratch;

    @Test
    void kernelsAreWarmedAfterTheFirstAnswersAndBeforeAnyUnitIsTimed() throws Exception {
        run(0);
        assertThat(events).startsWith("unit", "answered", "warm [MIX, SIEVE]", "unit");
        assertThat(events.indexOf("warm [MIX, SIEVE]")).isEqualTo(events.lastIndexOf("warm [MIX, SIEVE]"));
        assertThat(events).containsSubsequence("warm [MIX, SIEVE]", "ready", "start", "unit");
    }

    @Test
    void aTrialWhoseKernelsStayedShortSaysSo() throws Exception {
        assertThat(run(3).totals().counters()).containsEntry("kernel.warm-up.short", 3.0);
    }

    @Test
    void aTrialWhoseKernelsAreWarmDoesNot() throws Exception {
        assertThat(run(0).totals().counters()).doesNotContainKey("kernel.warm-up.short");
    }

    @Test
    void theRuntimeOfAModelIsItsFrameworkOnThisJvm() throws Exception {
        assertThat(run(0).model().runtime()).isEqualTo("Frame 1.2 on " + ThisRuntime.version());
    }

    @Test
    void theHeapOfAModelIsThatOfAllItsJvms() throws Exception {
        assertThat(run(0).totals().counters()).containsEntry(CounterNames.HEAP, 100 + ThisRuntime.heapMib());
    }

    @Test
    void soAreTheTimesOfItsCollectorsAndACompilerThatIsNotToldIsLeftOut() throws Exception {
        assertThat(run(0).totals().counters())
                .hasEntrySatisfying(CounterNames.COLLECTING, millis -> assertThat(millis)
                        .isBetween(HOURS_OF_COLLECTING, 2 * HOURS_OF_COLLECTING))
                .doesNotContainKey(CounterNames.COMPILING);
    }

    private Measurement run(int cold) throws Exception {
        var host = new Trial.Host(2, scratch, CALIBRATION);
        var warmUp = new WarmUp(Duration.ofMillis(1), Duration.ofMillis(1), 1.0);
        var trial = new Trial(
                new TrialId("scenario", "arm", "model", 1, 1),
                Arm.of("model"),
                new Workload(List.of(WORK), new Load.Batch(new Load.Count(2, false))),
                new Trial.Conditions(host, Setup.NOWHERE, 1, warmUp, Duration.ofSeconds(10)));
        return new TrialRun(trial).run(new InstantModel(cold), new EventListener());
    }

    private final class InstantModel implements ConcurrencyModel {
        private final int cold;

        InstantModel(int cold) {
            this.cold = cold;
        }

        @Override
        public String name() {
            return "model";
        }

        @Override
        public Optional<String> framework() {
            return Optional.of("Frame 1.2");
        }

        @Override
        public Ceiling ceiling(int cores, int slots) {
            return new Ceiling(1, slots);
        }

        @Override
        public WorkRunner start(Setup setup) {
            return new InstantRunner(new Oracle(setup.body()), cold);
        }
    }

    private final class InstantRunner implements WorkRunner {
        private final Oracle oracle;
        private final int cold;

        InstantRunner(Oracle oracle, int cold) {
            this.oracle = oracle;
            this.cold = cold;
        }

        @Override
        public CompletionStage<Outcome> run(Work work) {
            events.add("unit");
            return CompletableFuture.completedStage(new Outcome.Done(oracle.digest(work), 0, 0));
        }

        @Override
        public Map<String, Double> counters() {
            return Map.of(CounterNames.HEAP, 100.0);
        }

        @Override
        public Map<String, Double> timesOfItsJvms() {
            return Map.of(CounterNames.COLLECTING, HOURS_OF_COLLECTING, CounterNames.COMPILING, Double.NaN);
        }

        @Override
        public int warm(KernelWarmUp warmUp) {
            events.add("warm " + warmUp.kernels());
            return cold;
        }

        @Override
        public void close() {
            // nothing was started
        }
    }

    private final class EventListener implements TrialListener {
        @Override
        public void answered() {
            events.add("answered");
        }

        @Override
        public void ready() {
            events.add("ready");
        }

        @Override
        public void windowStarts() {
            events.add("start");
        }

        @Override
        public void windowEnds() {
            events.add("end");
        }
    }
}
