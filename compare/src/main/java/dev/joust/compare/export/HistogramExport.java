package dev.joust.compare.export;

import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.MetricReading;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.PrintableText;
import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement.ClassResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A session as an interval log of HdrHistogram: two histograms of nanoseconds per valid trial and class of work, tagged
 * {@code scenario/arm/class/response} and {@code scenario/arm/class/service}. A session does not tell when a trial ran,
 * so the intervals follow each other in the order of the log, each as long as the window of its trial. For one text.
 */
final class HistogramExport {
    /** As {@link HistogramLogWriter} shows the maximum: in milliseconds. */
    private static final double NANOS_PER_MILLI = 1e6;

    private static final double NANOS_PER_SECOND = 1e9;

    private final JudgedSession judged;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private final HistogramLogWriter log = new HistogramLogWriter(stream);
    private double start;

    HistogramExport(JudgedSession judged) {
        this.judged = judged;
    }

    String text() {
        log.outputComment(PrintableText.line(String.format(
                Locale.ROOT, "[Joust session %s]", judged.session().name())));
        log.outputLogFormatVersion();
        log.outputComment("[nanoseconds; tags: scenario/arm/class/response or service]");
        log.outputComment("[intervals follow each other, each as long as the window of its trial; a session does not"
                + " tell when a trial ran]");
        startTime();
        log.outputLegend();
        ExportedScenario.of(judged).forEach(this::write);
        stream.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The writer's own method names the time zone of this machine. */
    private void startTime() {
        try {
            var started =
                    OffsetDateTime.parse(judged.session().machine().started()).toInstant();
            double seconds = started.toEpochMilli() / 1e3;
            log.outputComment(
                    String.format(Locale.ROOT, "[StartTime: %.3f (seconds since epoch), %s]", seconds, started));
            log.outputComment(String.format(Locale.ROOT, "[BaseTime: %.3f (seconds since epoch)]", seconds));
        } catch (DateTimeException e) {
            log.outputComment("[the session does not tell when it started]");
        }
    }

    private void write(ExportedScenario scenario) {
        for (var arm : scenario.scenario().arms()) {
            for (var metric : scenario.metrics()) {
                if (metric.quantity() == Metric.Quantity.RESPONSE_P50
                        && scenario.without().get(metric).get(arm.name()) instanceof MetricReading.Missed missed) {
                    comment("%s: %s", tag(scenario, arm, metric.of().orElse("all")), missed.because());
                }
            }
        }
        for (var block : scenario.evidence().blocks().values()) {
            for (var arm : scenario.scenario().arms()) {
                var trial = block.get(arm.name());
                if (trial.valid()) {
                    write(scenario, arm, trial.result());
                }
            }
        }
    }

    private void write(ExportedScenario scenario, Arm arm, Result result) {
        var measurement = result.measurement().orElseThrow();
        double end = start + measurement.window().nanos() / NANOS_PER_SECOND;
        measurement.classes().forEach((name, units) -> {
            var tag = tag(scenario, arm, name);
            censored(units)
                    .ifPresent(
                            text -> comment("%s block %d: %s", tag, result.id().block(), text));
            write(end, tag + "/response", Histograms.decoded(units.latencies().response()));
            write(end, tag + "/service", Histograms.decoded(units.latencies().service()));
        });
        start = end;
    }

    private void write(double end, String tag, Histogram histogram) {
        if (histogram.getTotalCount() > 0) {
            histogram.setTag(tag);
            log.outputIntervalHistogram(start, end, histogram, NANOS_PER_MILLI);
        }
    }

    private static Optional<String> censored(ClassResult units) {
        return units.censored()
                .filter(censored -> censored.units() > 0)
                .map(censored -> String.format(
                        Locale.ROOT,
                        "%d units were unfinished; their response times are lower bounds, %.3f ms and more",
                        censored.units(),
                        censored.leastNanos() / NANOS_PER_MILLI));
    }

    private void comment(String format, Object... values) {
        log.outputComment(PrintableText.line(" " + String.format(Locale.ROOT, format, values)));
    }

    /** The log separates fields by commas and blanks. Names that the language allows stay as they are. */
    private static String tag(ExportedScenario scenario, Arm arm, String work) {
        return (scenario.scenario().name() + "/" + arm.name() + "/" + work).replaceAll("[^A-Za-z0-9._/-]", "_");
    }
}
