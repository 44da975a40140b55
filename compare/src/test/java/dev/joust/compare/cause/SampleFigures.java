package dev.joust.compare.cause;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Made-up figures of a trial on two cores in which no limit is reached: eight calls of 5 ms that take 10 ms. */
record SampleFigures(Map<CauseFigure, Double> values) {

    static SampleFigures quiet() {
        return new SampleFigures(Map.of())
                .with(CauseFigure.RESPONSE, 10)
                .with(CauseFigure.WAITS, 5)
                .with(CauseFigure.OWN_CPU, 0)
                .with(CauseFigure.RETURNS, 1)
                .with(CauseFigure.RATE, 800)
                .with(CauseFigure.UNFINISHED, 0)
                .with(CauseFigure.IN_FLIGHT, 8)
                .with(CauseFigure.SLOTS, 8)
                .with(CauseFigure.COMPUTING, 2)
                .with(CauseFigure.CORES, 2)
                .with(CauseFigure.CPU, 0.8)
                .with(CauseFigure.WITHOUT_CORE, 0.1);
    }

    SampleFigures with(CauseFigure figure, double value) {
        var changed = new EnumMap<CauseFigure, Double>(CauseFigure.class);
        changed.putAll(values);
        changed.put(figure, value);
        return new SampleFigures(changed);
    }

    SampleFigures without(CauseFigure figure) {
        var changed = new EnumMap<>(values);
        changed.remove(figure);
        return new SampleFigures(changed);
    }

    /** With a lock that was held for this share while so many threads waited. */
    SampleFigures lock(double held, double waiting) {
        return with(CauseFigure.COMPUTING, 1)
                .with(CauseFigure.LOCK_HELD, held)
                .with(CauseFigure.LOCK_WAITING, waiting)
                .with(CauseFigure.LOCK_INTERVAL, 5);
    }

    /** With a loop whose thread ran for this share. */
    SampleFigures loop(double busy, double longestTurn) {
        return with(CauseFigure.COMPUTING, 1)
                .with(CauseFigure.LOOP_BUSY, busy)
                .with(CauseFigure.LOOP_TURN, longestTurn);
    }

    CauseFigures figures() {
        return new CauseFigures(values);
    }

    /** The cause that six such trials show. */
    Cause cause() {
        return CauseFinder.of(Collections.nCopies(6, figures()));
    }

    CauseKind kind() {
        return cause().kind();
    }

    /** The cause that these trials show. */
    static Cause cause(SampleFigures... trials) {
        return CauseFinder.of(
                List.of(trials).stream().map(SampleFigures::figures).toList());
    }
}
