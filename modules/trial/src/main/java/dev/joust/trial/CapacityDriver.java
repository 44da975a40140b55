package dev.joust.trial;

import dev.joust.scenario.Load;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.CapacitySearch.TriedRate;
import dev.joust.trial.Measurement.RateProbe;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs the probes of a {@link CapacitySearch}: open loads, each at one rate, in one trial. No unit is in flight when a
 * probe begins.
 *
 * <p>A rate is sustained when 99 % of the units of its probe are done by the end of the probe and a grace. The grace is
 * a unit's own time, since units that arrive last cannot be done at the end: the 99th percentile of the response times
 * at the lowest rate. It is at least the time of the longest class's steps, and at most twice that or a tenth of the
 * probe. The backlog at the end must be no larger than Little's law allows for the grace. A probe ends early where the
 * backlog is twice as large.
 */
final class CapacityDriver {
    private static final double UNDONE_SHARE = 0.01;

    /** Of so many units one may be late: a share of 1 % cannot be told from fewer than a hundred. */
    private static final long ENOUGH_FOR_ONE_LATE = 20;

    /** What the scheduler and the generator's waking may add to the time of a unit. */
    private static final Duration WAKING = Duration.ofMillis(10);

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final long PROBE_SEED = 2_000;
    private static final long DRAWS = 20;

    /** A number of units this near to the rate is near enough. */
    private static final double NEAR_SHARE = 0.005;

    private final Load.Capacity load;
    private final List<WorkClass> classes;
    private final OpenDriver driver;
    private final Generator generator;

    private long probes;
    private long observed;
    private long observedUnits;
    private Optional<String> stopped = Optional.empty();

    CapacityDriver(Load.Capacity load, List<WorkClass> classes, OpenDriver driver, Generator generator) {
        this.load = load;
        this.classes = classes;
        this.driver = driver;
        this.generator = generator;
    }

    /** Searches the capacity. The measured window is the whole search, from the end of the warm-up. */
    DrivenLoad drive(WarmUp warmUp, WindowListener listener) throws InterruptedException {
        var phases = driver.warmUp(load.at(load.least()), warmUp, listener);
        drain(phases.windowStart(), load.least());
        var found = new CapacitySearch(load.least(), load.most(), this::probe)
                .search(load.promise().isPresent());
        var window = phases.windowUntil(generator.now());
        listener.windowEnds();
        listener.awaitReading(Driver.READING_LIMIT);
        return new DrivenLoad(window, stopped, generator.counters(window), Optional.of(found));
    }

    private Optional<TriedRate> probe(double rate) throws InterruptedException {
        if (stopped.isPresent()) {
            return Optional.empty();
        }
        var units = new ProbeUnits(generator.recorders());
        var schedule = schedule(rate);
        long start = generator.now();
        long limit = Math.min(Generator.MAX_IN_FLIGHT, Math.round(2 * allowedBacklog(rate, longestGrace())));
        long end = start + load.time().toNanos();
        var sent = generator.window(schedule, start, end, (int) limit, WindowListener.NONE);
        drain(sent.end(), rate);
        if (observedUnits < ENOUGH_FOR_ONE_LATE) {
            observedUnits = units.offered();
            observed = units.longest(99);
        }
        return Optional.of(tried(rate, units, sent));
    }

    /**
     * The schedule of several draws whose number of units is nearest to the rate. In one draw of 500 random arrivals it
     * is off by 4.5 %, more than the precision of the search.
     */
    private Schedule schedule(double rate) {
        long first = PROBE_SEED + DRAWS * probes++;
        long nearest = first;
        double least = Double.POSITIVE_INFINITY;
        for (long draw = first; draw < first + DRAWS && least > NEAR_SHARE; draw++) {
            var schedule = driver.schedule(load.at(rate), draw);
            double expected = schedule.expectedBy(load.time().toNanos());
            double off = Math.abs(schedule.countRest() / expected - 1);
            if (off < least) {
                least = off;
                nearest = draw;
            }
        }
        return driver.schedule(load.at(rate), nearest);
    }

    private TriedRate tried(double rate, ProbeUnits units, Generator.SentWindow sent) {
        long grace = Math.clamp(observed, stepsNanos() + WAKING.toNanos(), longestGrace());
        long offered = units.offered();
        long done = units.doneBy(sent.end() + grace);
        long backlog = offered - units.doneBy(sent.end());
        long undone = offered - done;
        boolean sustained = sent.stopped().isEmpty()
                && backlog <= allowedBacklog(rate, grace)
                && (undone <= UNDONE_SHARE * offered || undone == 1 && offered >= ENOUGH_FOR_ONE_LATE);
        var promised = load.promise().flatMap(promise -> promisedNanos(promise, units));
        boolean held = load.promise()
                .map(promise -> promised.map(nanos -> nanos <= promise.limit().toNanos())
                        .orElse(true))
                .orElse(true);
        return new TriedRate(new RateProbe(rate, offered, done, backlog, promised), sustained, held);
    }

    private Optional<Long> promisedNanos(Promise promise, ProbeUnits units) {
        int workClass = classes.stream().map(WorkClass::name).toList().indexOf(promise.of());
        long[] responses = units.responses(workClass);
        return responses.length == 0
                ? Optional.empty()
                : Optional.of(Math.min(Histograms.MAX_NANOS, SortedTimes.percentile(responses, promise.percentile())));
    }

    /**
     * The backlog that a sustained rate may have at the end: by Little's law, with three standard deviations of a
     * Poisson count, and the 1 % that need not be done.
     */
    private double allowedBacklog(double rate, long grace) {
        double inFlight = rate * grace / 1e9;
        return 1
                + inFlight
                + 3 * Math.sqrt(inFlight)
                + UNDONE_SHARE * rate * load.time().toNanos() / 1e9;
    }

    private long longestGrace() {
        return Math.max(load.time().toNanos() / 10, 2 * stepsNanos() + WAKING.toNanos());
    }

    /** The time of the longest class's steps. */
    private long stepsNanos() {
        return classes.stream()
                .mapToLong(type -> type.steps().stream()
                        .mapToLong(step -> step.waiting().toNanos()
                                + (step instanceof Step.Cpu work ? work.cpu().toNanos() : 0))
                        .sum())
                .max()
                .orElse(0);
    }

    private void drain(long from, double rate) throws InterruptedException {
        long limit = DRAIN.toNanos() + 2 * load.time().toNanos() + 2 * stepsNanos();
        int left = generator.drain(from + limit);
        if (left > 0) {
            stopped = Optional.of(String.format(
                    Locale.ROOT,
                    "the search ended early: %,d units were in flight %.1f s after the load of %.1f/s",
                    left,
                    limit / 1e9,
                    rate));
        }
    }
}
