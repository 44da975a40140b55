package dev.joust.compare.session;

import dev.joust.scenario.ScenarioBounds;
import dev.joust.trial.Calibration;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.CapacityResult;
import dev.joust.trial.Measurement.Housekeeping;
import dev.joust.trial.Measurement.OpenResult;
import dev.joust.trial.TrialId;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The bounds of what a session's files may hold. A folder may come from a stranger, so the bounds of a scenario file
 * hold for them too. Each complaint is an {@link IllegalArgumentException} of one line.
 */
public final class SessionBounds {
    private static final int MAX_SCENARIOS = 1_000;
    private static final int MAX_BLOCKS = 10_000;
    private static final long MAX_WINDOW = TimeUnit.DAYS.toNanos(1);
    /** Of several threads together it may be longer than the window. */
    private static final long MAX_TIME = TimeUnit.DAYS.toNanos(1_000);

    private static final int MAX_COLLECTIONS = 1_000;
    private static final int MAX_NOTE = 2_000;
    private static final int MAX_PROBES = 1_000;
    private static final int MAX_SECONDS = 3_600;
    private static final double MAX_RATE = 1e9;
    private static final long MAX_UNITS = 1L << 40;
    private static final double MAX_UNITS_PER_MILLI = 1e12;

    private SessionBounds() {}

    /** Refuses a session file that is out of bounds. */
    public static void check(Session session) {
        require(session.format() == Result.FORMAT, "it has format %d; known: %d", session.format(), Result.FORMAT);
        var scenarios = session.plan().scenarios();
        require(
                scenarios.size() <= MAX_SCENARIOS,
                "it has %d scenarios, at most %d are read",
                scenarios.size(),
                MAX_SCENARIOS);
        scenarios.forEach(ScenarioBounds::check);
        session.machine().host().ifPresent(HostBounds::checkMachine);
        check(session.instrument());
        session.hosts().ifPresent(hosts -> {
            HostBounds.check(session.plan(), hosts);
            hosts.forEach(host -> {
                host.machine().host().ifPresent(HostBounds::checkMachine);
                check(host.instrument());
            });
        });
    }

    private static void check(Session.Instrument instrument) {
        instrument.calibrations().values().forEach(SessionBounds::check);
        require(
                instrument.chosenByArms().size() <= MAX_SCENARIOS,
                "it has %d variants, at most %d are read",
                instrument.chosenByArms().size(),
                MAX_SCENARIOS);
        instrument
                .chosenByArms()
                .forEach(variant -> require(
                        instrument.calibrations().containsKey(variant.name()),
                        "it has no calibration of %s",
                        variant.name()));
    }

    /** Refuses the name of a machine that is out of bounds. */
    public static void checkMachineName(String name) {
        HostBounds.checkMachine(name);
    }

    /** Refuses a line that is out of bounds. */
    public static void check(SessionLine line) {
        line.host().ifPresent(HostBounds::check);
        switch (line) {
            case Result result -> check(result);
            case Recalibration recalibration -> check(recalibration);
            case MeasuredCapacity capacity -> check(capacity);
            case DisturbanceNote note -> check(note);
        }
    }

    private static void check(Recalibration recalibration) {
        require(
                recalibration.round() >= 1 && recalibration.round() <= MAX_BLOCKS,
                "'round' must be 1 to %d, found %d",
                MAX_BLOCKS,
                recalibration.round());
        check(recalibration.calibration());
    }

    private static void check(MeasuredCapacity capacity) {
        capacity.found().ifPresent(SessionBounds::check);
        capacity.failure()
                .ifPresent(failure -> require(
                        failure.length() <= MAX_NOTE,
                        "'failure' has %d characters, at most %d are read",
                        failure.length(),
                        MAX_NOTE));
    }

    private static void check(CapacityResult found) {
        found.sustained().ifPresent(rate -> rate("sustained", rate));
        found.promised().ifPresent(rate -> rate("promised", rate));
        require(
                found.probes().size() <= MAX_PROBES,
                "it has %d probes, at most %d are read",
                found.probes().size(),
                MAX_PROBES);
        found.probes().forEach(probe -> {
            rate("rate", probe.rate());
            count("offered", probe.offered());
            count("done", probe.done());
            count("backlog", probe.backlog());
        });
    }

    private static void rate(String key, double perSecond) {
        require(
                perSecond > 0 && perSecond <= MAX_RATE,
                "'%s' must be above 0 to %s, found %s",
                key,
                MAX_RATE,
                perSecond);
    }

    private static void count(String key, long units) {
        require(units >= 0 && units <= MAX_UNITS, "'%s' must be 0 to %d, found %d", key, MAX_UNITS, units);
    }

    private static void check(DisturbanceNote note) {
        note.trial().ifPresent(SessionBounds::check);
        require(
                note.text().length() <= MAX_NOTE,
                "'text' has %d characters, at most %d are read",
                note.text().length(),
                MAX_NOTE);
    }

    private static void check(Calibration calibration) {
        calibration
                .unitsPerMilli()
                .forEach((kernel, units) -> require(
                        units > 0 && units <= MAX_UNITS_PER_MILLI,
                        "the calibration of %s must be above 0 to %s, found %s",
                        kernel,
                        MAX_UNITS_PER_MILLI,
                        units));
    }

    private static void check(Result result) {
        require(result.format() == Result.FORMAT, "it has format %d; known: %d", result.format(), Result.FORMAT);
        check(result.id());
        require(
                result.measurement().isPresent() != result.failure().isPresent(),
                "it has either a measurement or a failure, found %s",
                result.measurement().isPresent() ? "both" : "neither");
        result.measurement().ifPresent(SessionBounds::check);
        result.outside().roundTrips().ifPresent(RoundTrips::check);
    }

    private static void check(TrialId id) {
        require(
                id.block() >= 1 && id.block() <= MAX_BLOCKS,
                "'block' must be 1 to %d, found %d",
                MAX_BLOCKS,
                id.block());
        require(
                id.attempt() >= 1 && id.attempt() <= MAX_BLOCKS,
                "'attempt' must be 1 to %d, found %d",
                MAX_BLOCKS,
                id.attempt());
        require(
                id.repeat().stream().allMatch(repeat -> repeat >= 1 && repeat <= MAX_BLOCKS),
                "'repeat' must be 1 to %d, found %d",
                MAX_BLOCKS,
                id.earlierRuns());
    }

    private static void check(Measurement measurement) {
        long nanos = measurement.window().nanos();
        require(nanos >= 1 && nanos <= MAX_WINDOW, "'nanos' must be 1 to %d, found %d", MAX_WINDOW, nanos);
        for (var units : measurement.classes().values()) {
            Histograms.decoded(units.latencies().response());
            Histograms.decoded(units.latencies().service());
            units.open().ifPresent(SessionBounds::check);
        }
        measurement.capacity().ifPresent(SessionBounds::check);
        measurement.housekeeping().ifPresent(SessionBounds::check);
    }

    private static void check(Housekeeping housekeeping) {
        require(
                housekeeping.collections().size() <= MAX_COLLECTIONS,
                "it has %d collections, at most %d are read",
                housekeeping.collections().size(),
                MAX_COLLECTIONS);
        require(
                housekeeping.compilingNanosBySecond().size() <= MAX_SECONDS,
                "it has %d seconds of compiling, at most %d are read",
                housekeeping.compilingNanosBySecond().size(),
                MAX_SECONDS);
        housekeeping.collections().forEach(collection -> {
            time("atNanos", collection.atNanos());
            time("nanos", collection.nanos());
        });
        count("moreCollections", housekeeping.moreCollections());
        housekeeping.compilingNanos().ifPresent(nanos -> time("compilingNanos", nanos));
        housekeeping.compilingNanosBySecond().forEach(nanos -> time("compilingNanosBySecond", nanos));
    }

    private static void time(String key, long nanos) {
        require(nanos >= 0 && nanos <= MAX_TIME, "'%s' must be 0 to %d, found %d", key, MAX_TIME, nanos);
    }

    private static void check(OpenResult open) {
        count("offered", open.offered());
        count("sent", open.sent());
        count("inTime", open.inTime());
        count("timedOut", open.timedOut());
        count("backlog", open.backlog());
        require(
                open.seconds().size() <= MAX_SECONDS,
                "it has %d seconds, at most %d are read",
                open.seconds().size(),
                MAX_SECONDS);
        open.seconds().forEach(second -> {
            count("offered", second.offered());
            count("done", second.done());
            count("inFlight", second.inFlight());
            count("p50Nanos", second.p50Nanos());
            count("p99Nanos", second.p99Nanos());
        });
    }

    private static void require(boolean met, String complaint, Object... found) {
        if (!met) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, complaint, found));
        }
    }
}
