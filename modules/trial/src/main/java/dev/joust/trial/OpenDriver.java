package dev.joust.trial;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Drives an open load: a warm-up at its starting rate, the window, then a wait for the units in flight.
 *
 * <pre>
 * warm-up at the starting rate | window, by the schedule           | drain
 *        iterations            ^ reading, while units arrive       ^ reading
 * </pre>
 *
 * The warm-up has the arrival process of the load and a seed of its own, so that the schedule of the window does not
 * depend on how long the warm-up took.
 */
final class OpenDriver {
    /** How long the units in flight have to finish after the window, where no timeout says so. */
    static final Duration DRAIN = Duration.ofSeconds(2);

    private static final long WARM_UP_SEED = 1_001;
    static final long WINDOW_SEED = 1_002;

    private final Generator generator;
    private final List<String> names;
    private final long seed;

    /**
     * A driver of one started model.
     *
     * @param names of the classes of work, in the order of the workload
     */
    OpenDriver(Generator generator, List<String> names, long seed) {
        this.generator = generator;
        this.names = names;
        this.seed = seed;
    }

    /** How long a client waits for a unit of this load, in nanoseconds. */
    static long timeoutNanos(Load.Open load) {
        return load.timeout().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    /** Drives the whole load. */
    DrivenLoad drive(Load.Open load, WarmUp warmUp, WindowListener listener) throws InterruptedException {
        var phases = warmUp(load, warmUp, listener);
        long start = phases.windowStart();
        var sent = generator.window(
                schedule(load, WINDOW_SEED), start, start + load.time().toNanos(), Generator.MAX_IN_FLIGHT, listener);
        listener.windowEnds();
        listener.awaitReading(Driver.READING_LIMIT);
        generator.drain(sent.end() + drainTime(load).toNanos());
        var window = phases.windowUntil(sent.end());
        Map<String, Double> counters = new TreeMap<>(generator.counters(window));
        counters.put("in-flight.mean", generator.meanInFlight());
        return new DrivenLoad(window, sent.stopped(), counters, Optional.empty());
    }

    /** Lets units arrive at the starting rate until the window starts. They go on being in flight. */
    Phases warmUp(Load.Open load, WarmUp warmUp, WindowListener listener) throws InterruptedException {
        long start = generator.now();
        var phases = new Phases(0, load.time(), warmUp, generator.clock(), start, listener);
        var longest = warmUp.longest()
                .plus(warmUp.iteration().multipliedBy(4))
                .plus(Driver.READING_LIMIT)
                .plusSeconds(1);
        generator.warmUp(schedule(atStart(load, longest), WARM_UP_SEED), start, phases);
        return phases;
    }

    /** The schedule of a load. Loads with different numbers do not arrive alike. */
    Schedule schedule(Load.Open load, long number) {
        return Schedule.of(names, load, Digest.child(seed, number));
    }

    /** The starting rate for this long; where that is zero, the mean rate. */
    private static Load.Open atStart(Load.Open load, Duration length) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        load.rates().forEach((name, rate) -> {
            double mean = rate.units() / (rate.length().toNanos() / 1e9);
            rates.put(name, Rate.constant(rate.atStart() > 0 ? rate.atStart() : mean, length));
        });
        var arrivals = load.arrivals() instanceof Arrivals.Recorded ? new Arrivals.Poisson() : load.arrivals();
        return new Load.Open(rates, Optional.empty(), arrivals, length, Map.of(), Optional.empty());
    }

    private static Duration drainTime(Load.Open load) {
        var longestDeadline =
                load.deadlines().values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        return load.timeout().orElse(longestDeadline.compareTo(DRAIN) > 0 ? longestDeadline : DRAIN);
    }
}
