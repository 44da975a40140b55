package dev.joust.trial;

import dev.joust.scenario.WorkClass;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import dev.joust.trial.Measurement.Failures;
import dev.joust.trial.Measurement.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns what the recorder saw into results, after the clock: checks every answer, buckets every time. */
final class Analysis {
    private static final int TENTHS = 10;

    private final Oracle oracle;
    private final MeasuredWindow span;

    Analysis(Oracle oracle, MeasuredWindow span) {
        this.oracle = oracle;
        this.span = span;
    }

    ClassResult result(WorkClass type, int inFlight, Recorder units) {
        var response = Histograms.empty();
        var service = Histograms.empty();
        var lag = Histograms.empty();
        long done = 0;
        double inWindow = 0;
        long answers = 0;
        for (int i = 0; i < units.size(); i++) {
            answers += units.digest(i);
            done += span.contains(units.done(i)) ? 1 : 0;
            inWindow += span.overlap(units.intended(i), units.done(i));
            if (span.contains(units.intended(i))) {
                Histograms.record(response, units.done(i) - units.intended(i));
                Histograms.record(service, units.done(i) - units.sent(i));
                Histograms.record(lag, units.sent(i) - units.intended(i));
            }
        }
        for (var unfinished : units.unfinished()) {
            inWindow += span.overlap(unfinished.intended(), unfinished.until());
            if (span.contains(unfinished.intended())) {
                Histograms.record(response, unfinished.until() - unfinished.intended());
            }
        }
        var failures = new Failures(units.failed(), wrong(type, units), units.reasons());
        return new ClassResult(
                inFlight,
                new Counts(done, units.size(), units.unfinished().size(), failures),
                new Latencies(
                        Histograms.encoded(response),
                        Histograms.encoded(service),
                        lag.getValueAtPercentile(99),
                        inWindow / Math.max(1, span.nanos())),
                Digest.key(answers));
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
                if (span.contains(units.done(i))) {
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
        return (int) Math.min(TENTHS - 1, (instant - span.start()) * TENTHS / Math.max(1, span.nanos()));
    }
}
