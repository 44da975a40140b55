package dev.joust.compare.service;

import dev.joust.compare.session.Result;
import dev.joust.compare.session.Result.ServiceCounts;
import dev.joust.compare.session.RoundTrips;
import dev.joust.compare.session.ServiceRoundTrip;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Watches a service that Joust did not start: how far away it is, and whether somebody else uses it. Between two trials
 * its counts move by our own calls alone. For one thread.
 *
 * <pre>
 * trial | counts  probe  look ... look  probe  look | reset  trial
 *         '------ what others call here shows -----'
 * </pre>
 */
public final class ServiceWatch {
    private final URI address;
    private final ServiceStatsClient stats;
    private final RoundTripProbe probe;

    /** What the service must have counted by now; empty while that is not known. */
    private Optional<KnownCounts> known = Optional.empty();

    /**
     * @param leftover requests of a trial that has ended, which the service may yet answer
     */
    private record KnownCounts(long answered, long bytes, long leftover) {
        static KnownCounts of(ServiceCounts counts, long leftover) {
            return new KnownCounts(counts.answered(), counts.bytes(), leftover);
        }

        KnownCounts withCalls(long calls) {
            return new KnownCounts(answered + calls, bytes + calls * RoundTripProbe.BYTES, leftover);
        }

        boolean explains(ServiceCounts now) {
            return leftover == 0
                    ? now.answered() == answered && now.bytes() == bytes
                    : now.answered() >= answered && now.answered() <= answered + leftover;
        }
    }

    ServiceWatch(URI address) {
        this.address = address;
        this.stats = new ServiceStatsClient(address);
        this.probe = new RoundTripProbe(address, System::nanoTime);
    }

    /** Runs a trial that calls the service. */
    @FunctionalInterface
    public interface WatchedTrial {
        Result run() throws IOException, InterruptedException;
    }

    /**
     * Runs the trial between two measurements of the round trip, which the result then holds.
     *
     * @throws SharedServiceException when the service has counted what this session did not call, or has lost counts
     */
    public Result around(WatchedTrial trial) throws IOException, InterruptedException {
        var before = roundTrip();
        known = Optional.empty(); // the trial resets the counts
        var result = trial.run();
        note(result);
        return result.with(new RoundTrips(before, roundTrip()));
    }

    /** Looks whether others used the service since the last trial. What follows may reset the counts. */
    void lookAndForget() throws IOException, InterruptedException {
        look();
        known = Optional.empty();
        probe.measure(); // compiles it, so that the first round trip is no longer than later ones
    }

    private ServiceRoundTrip roundTrip() throws IOException, InterruptedException {
        var before = look();
        var outcome = probe.measure();
        known = known.map(counts -> counts.withCalls(outcome.calls()));
        var after = look();
        return before.requestNanos().isPresent() && after.requestNanos().isPresent()
                ? outcome.roundTrip()
                        .atService(Math.max(
                                0,
                                (after.requestNanos().get()
                                                - before.requestNanos().get())
                                        / outcome.calls()))
                : outcome.roundTrip();
    }

    /** Compares what the service has counted with what is known, and knows that from now on. */
    private ServiceCounts look() throws IOException, InterruptedException {
        var now = stats.counts();
        if (known.isPresent() && !known.get().explains(now)) {
            throw new SharedServiceException(String.format(
                    Locale.ROOT,
                    "somebody else uses the service at %s: between two trials it counted %d requests with %d bytes, of"
                            + " which this session sent %d with %d; end the other's calls, or name another service",
                    address,
                    now.answered(),
                    now.bytes(),
                    known.get().answered(),
                    known.get().bytes()));
        }
        // each late answer is allowed for once
        long leftover = known.map(counts -> Math.max(0, counts.leftover() + counts.answered() - now.answered()))
                .orElse(0L);
        known = Optional.of(KnownCounts.of(now, leftover));
        return now;
    }

    /** Takes over what the service counted during the trial. Of a trial that failed it is not known. */
    private void note(Result result) throws SharedServiceException {
        var counted = result.outside().service();
        if (counted.isPresent() && result.measurement().isPresent()) {
            var measurement = result.measurement().get();
            if (counted.get().answered() < measurement.totals().calls()) {
                throw new SharedServiceException(String.format(
                        Locale.ROOT,
                        "the counts of the service at %s are not this session's alone: it counted %d requests, and the"
                                + " trial read %d answers; another session resets the counts, or the address leads to"
                                + " several services",
                        address,
                        counted.get().answered(),
                        measurement.totals().calls()));
            }
            known = Optional.of(KnownCounts.of(counted.get(), leftover(measurement)));
        }
    }

    /** The units that the trial gave up: each has at most one request in progress. */
    private static long leftover(Measurement measurement) {
        return measurement.classes().values().stream()
                .map(ClassResult::counts)
                .mapToLong(counts -> counts.unfinished() + counts.failures().failed())
                .sum();
    }
}
