package dev.joust.trial;

import dev.joust.scenario.WorkClass;
import dev.joust.trial.Measurement.Censored;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import dev.joust.trial.Measurement.Failures;
import dev.joust.trial.Measurement.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Turns recorded units into results, after the measured window: checks every answer and builds the histograms. */
final class Analysis {
    private static final int TENTHS = 10;

    private final Oracle oracle;
    private final MeasuredWindow window;
    private final long timeout;

    Analysis(Oracle oracle, MeasuredWindow window) {
        this(oracle, window, Long.MAX_VALUE);
    }

    /** An analysis where no response time is longer than this: the client has given up by then. */
    Analysis(Oracle oracle, MeasuredWindow window, long timeoutNanos) {
        this.oracle = oracle;
        this.window = window;
        this.timeout = timeoutNanos;
    }

    /** The result of one class of work. */
    ClassResult result(WorkClass type, int inFlight, Recorder units) {
        var response = Histograms.empty();
        var service = Histograms.empty();
        var lag = Histograms.empty();
        long done = 0;
        long doneWithin = 0;
        long answers = 0;
        for (int i = 0; i < units.size(); i++) {
            answers += units.digest(i);
            done += window.contains(units.done(i)) ? 1 : 0;
            if (window.contains(units.intended(i))) {
                doneWithin += window.contains(units.done(i)) ? 1 : 0;
                Histograms.record(response, Math.min(timeout, units.done(i) - units.intended(i)));
                Histograms.record(service, units.done(i) - units.sent(i));
                Histograms.record(lag, units.sent(i) - units.intended(i));
            }
        }
        long[] waited = units.unfinished().stream()
                .filter(unit -> window.contains(unit.intended()))
                .mapToLong(unit -> unit.until() - unit.intended())
                .toArray();
        for (long nanos : waited) {
            Histograms.record(response, Math.min(timeout, nanos));
        }
        long[] censored = LongStream.of(waited).filter(nanos -> nanos < timeout).toArray();
        var failures = new Failures(units.failed(), wrong(type, units), units.reasons());
        return new ClassResult(
                inFlight,
                new Counts(done, units.size(), units.unfinished().size(), failures),
                new Latencies(
                        Histograms.encoded(response),
                        Histograms.encoded(service),
                        lag.getValueAtPercentile(99),
                        Optional.of(doneWithin)),
                Digest.key(answers),
                Optional.of(new Censored(
                        censored.length, LongStream.of(censored).min().orElse(0))),
                Optional.empty());
    }

    private long wrong(WorkClass type, Recorder units) {
        return IntStream.range(0, units.size())
                .parallel()
                .filter(i -> oracle.digest(new Work(type.name(), units.seed(i), type.steps())) != units.digest(i))
                .count();
    }

    /** Units done in each tenth of the window. */
    List<Long> series(List<Recorder> recorders) {
        long[] tenths = new long[TENTHS];
        for (var units : recorders) {
            for (int i = 0; i < units.size(); i++) {
                if (window.contains(units.done(i))) {
                    tenths[tenth(units.done(i))]++;
                }
            }
        }
        List<Long> series = new ArrayList<>();
        for (long count : tenths) {
            series.add(count);
        }
        return series;
    }

    private int tenth(long instant) {
        return (int) Math.min(TENTHS - 1, (instant - window.start()) * TENTHS / Math.max(1, window.nanos()));
    }
}
