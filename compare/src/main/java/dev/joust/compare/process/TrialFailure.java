package dev.joust.compare.process;

import java.util.Locale;

/** A trial without a measurement: the reason in one sentence, and the end of its log. */
public final class TrialFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String log;

    public TrialFailure(String reason, String log) {
        super(reason);
        this.log = log;
    }

    /** The end of the process's standard error; may be empty. */
    public String log() {
        return log;
    }

    /** The reason and, when there is one, the last line of the log. */
    public String sentence() {
        return log.lines()
                .filter(line -> !line.isBlank())
                .reduce((before, after) -> after)
                .map(line -> String.format(Locale.ROOT, "%s; it last said: %s", getMessage(), line.strip()))
                .orElse(getMessage());
    }
}
