package dev.joust.compare.report;

import java.util.Locale;

/** What an arm costs, in the order in which costs decide between arms that tie. */
public enum CostFigure {
    CPU_PER_UNIT("CPU time per unit", "ms"),
    MEMORY_SHARED("memory (shared pages divided)", "MiB"),
    /** Where the system does not divide shared pages. */
    MEMORY_PEAK("peak resident memory", "MiB"),
    SWITCHES_PER_UNIT("context switches per unit", ""),
    START_TIME("start-up time", "ms");

    private final String words;
    private final String unit;

    CostFigure(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    /** {@code cpu-per-unit}: as a metric names it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For the reader, without the unit. */
    public String words() {
        return words;
    }

    /** {@code 6.9 ms of CPU time per unit}. */
    public String amount(double value) {
        return unit.isEmpty()
                ? String.format(Locale.ROOT, "%s %s", Numbers.figure(value), words)
                : String.format(Locale.ROOT, "%s %s of %s", Numbers.figure(value), unit, words);
    }
}
