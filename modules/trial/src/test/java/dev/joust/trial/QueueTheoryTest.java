package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Arrivals;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Queues whose mean wait is known: Poisson arrivals at one slot, on virtual time. */
final class QueueTheoryTest {
    private static final double SERVICE_SECONDS = 0.010;
    private static final double RATE = 60;
    private static final double UTILISATION = RATE * SERVICE_SECONDS;
    private static final Duration WINDOW = Duration.ofMinutes(100);

    /** M/M/1: the mean wait is ρ / (1 - ρ) services. */
    @Test
    void theMeanWaitForRandomServicesIsThatOfTheory() throws InterruptedException {
        var random = new SplittableRandom(1);
        assertMeanWait(
                UTILISATION / (1 - UTILISATION) * SERVICE_SECONDS,
                () -> Math.round(-Math.log(1 - random.nextDouble()) * SERVICE_SECONDS * 1e9));
    }

    /** M/D/1: the mean wait is half as long, by Pollaczek and Khinchine. */
    @Test
    void theMeanWaitForEqualServicesIsThatOfTheory() throws InterruptedException {
        assertMeanWait(UTILISATION / (1 - UTILISATION) * SERVICE_SECONDS / 2, () -> Math.round(SERVICE_SECONDS * 1e9));
    }

    private static void assertMeanWait(double seconds, LongSupplier services) throws InterruptedException {
        var clock = new VirtualClock();
        var trial = new VirtualTrial(clock, new QueueServer(clock, 1, services));
        var driven = trial.drive(VirtualTrial.load(RATE, WINDOW, new Arrivals.Poisson()));
        double response = 0;
        int units = 0;
        for (int i = 0; i < trial.recorder.size(); i++) {
            if (driven.window().contains(trial.recorder.intended(i))) {
                response += (trial.recorder.done(i) - trial.recorder.intended(i)) / 1e9;
                units++;
            }
        }
        assertThat(response / units - SERVICE_SECONDS).isCloseTo(seconds, Percentage.withPercentage(5));
        assertThat(driven.counters().get("in-flight.mean"))
                .as("Little's law")
                .isCloseTo(response / WINDOW.toSeconds(), Percentage.withPercentage(0.1));
    }
}
