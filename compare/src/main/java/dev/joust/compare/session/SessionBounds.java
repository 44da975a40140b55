package dev.joust.compare.session;

import dev.joust.scenario.ScenarioBounds;
import dev.joust.trial.Calibration;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement;
import dev.joust.trial.TrialId;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The bounds of what a session's files may hold. A folder may come from a stranger, so the bounds of a scenario file
 * hold for them too. Each complaint is an {@link IllegalArgumentException} of one line.
 */
final class SessionBounds {
    private static final int MAX_SCENARIOS = 1_000;
    private static final int MAX_BLOCKS = 10_000;
    private static final long MAX_WINDOW = TimeUnit.DAYS.toNanos(1);
    private static final int MAX_NOTE = 2_000;
    private static final double MAX_UNITS_PER_MILLI = 1e12;

    private SessionBounds() {}

    static void check(Session session) {
        require(session.format() == Result.FORMAT, "it has format %d; known: %d", session.format(), Result.FORMAT);
        var scenarios = session.plan().scenarios();
        require(
                scenarios.size() <= MAX_SCENARIOS,
                "it has %d scenarios, at most %d are read",
                scenarios.size(),
                MAX_SCENARIOS);
        scenarios.forEach(ScenarioBounds::check);
        session.instrument().calibrations().values().forEach(SessionBounds::check);
    }

    static void check(Recalibration recalibration) {
        require(
                recalibration.round() >= 1 && recalibration.round() <= MAX_BLOCKS,
                "'round' must be 1 to %d, found %d",
                MAX_BLOCKS,
                recalibration.round());
        check(recalibration.calibration());
    }

    static void check(DisturbanceNote note) {
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

    static void check(Result result) {
        require(result.format() == Result.FORMAT, "it has format %d; known: %d", result.format(), Result.FORMAT);
        check(result.id());
        require(
                result.measurement().isPresent() != result.failure().isPresent(),
                "it has either a measurement or a failure, found %s",
                result.measurement().isPresent() ? "both" : "neither");
        result.measurement().ifPresent(SessionBounds::check);
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
    }

    private static void check(Measurement measurement) {
        long nanos = measurement.window().nanos();
        require(nanos >= 1 && nanos <= MAX_WINDOW, "'nanos' must be 1 to %d, found %d", MAX_WINDOW, nanos);
        for (var units : measurement.classes().values()) {
            Histograms.decoded(units.latencies().response());
            Histograms.decoded(units.latencies().service());
        }
    }

    private static void require(boolean met, String complaint, Object... found) {
        if (!met) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, complaint, found));
        }
    }
}
