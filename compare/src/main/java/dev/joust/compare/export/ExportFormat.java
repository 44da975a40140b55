package dev.joust.compare.export;

import dev.joust.compare.verdict.JudgedSession;
import java.util.Locale;
import java.util.function.Function;

/** A format of another tool. */
public enum ExportFormat {
    /** The JSON of JMH: an array of results, with one inner list of raw data per trial. */
    JMH(session -> new JmhExport(session).text()),
    /** An interval log of HdrHistogram: two tagged histograms per trial and class of work. */
    HLOG(session -> new HistogramExport(session).text()),
    /** A table with one row per trial and metric. */
    CSV(session -> new CsvExport(session).text());

    private final Function<JudgedSession, String> writer;

    ExportFormat(Function<JudgedSession, String> writer) {
        this.writer = writer;
    }

    /** The session in this format. */
    public String text(JudgedSession session) {
        return writer.apply(session);
    }

    /** The name that users write. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
