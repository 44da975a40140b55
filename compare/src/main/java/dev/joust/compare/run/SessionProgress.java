package dev.joust.compare.run;

import dev.joust.scenario.PrintableText;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far a session is: on a terminal one line that is written over, elsewhere one line per trial. The total
 * grows with every repeated block, and with every look that leaves something open. The time left is that of the trials
 * so far, as their expected times relate. For one thread.
 */
final class SessionProgress {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long started;
    private int total;
    private int done;
    private Duration expected = Duration.ZERO;
    private Duration past = Duration.ZERO;

    /** @param clock monotonic, in nanoseconds */
    SessionProgress(PrintStream out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.started = clock.getAsLong();
    }

    /**
     * Adds trials that are still to come.
     *
     * @param each the time that one takes, roughly
     */
    void expect(int trials, Duration each) {
        total += trials;
        expected = expected.plus(each.multipliedBy(trials));
    }

    void trialBegins(String trial, int block, int blocks) {
        if (terminal) {
            out.printf(Locale.ROOT, "%s block %d/%d  %s  %s", CLEAR_LINE, block, blocks, trial, counts());
            out.flush();
        }
    }

    /** @param each the time that was expected of the trial */
    void trialEnds(String trial, int block, int blocks, String outcome, Duration each) {
        done++;
        past = past.plus(each);
        if (!terminal) {
            out.printf(Locale.ROOT, "block %d/%d  %-40s %-28s %s%n", block, blocks, trial, outcome, counts());
        }
    }

    /** Prints a line that stays on the screen. */
    void note(String text) {
        clear();
        out.println(PrintableText.lines(text));
    }

    /** Removes the line that is written over. */
    void clear() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private String counts() {
        return String.format(Locale.ROOT, "%d/%d trials, %s left", done, total, timeLeft());
    }

    private String timeLeft() {
        if (done == 0) {
            return "?:??";
        }
        double share = (double) expected.minus(past).toMillis() / past.toMillis();
        var left = Duration.ofMillis(Math.round((clock.getAsLong() - started) / 1e6 * share));
        return String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }
}
