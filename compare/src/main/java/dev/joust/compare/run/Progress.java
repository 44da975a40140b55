package dev.joust.compare.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Says how far the session is: on a terminal one line that is written over, elsewhere a line for each trial. For one thread.
 */
public final class Progress {
    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private int trials;
    private int done;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** So many trials will come, beside those that were known of. */
    void more(int further) {
        trials += further;
    }

    /** A trial begins. */
    void begins(String trial, int block, int of) {
        if (terminal) {
            out.printf(
                    Locale.ROOT, "\r\u001b[K block %d/%d  %s  %d/%d trials%s", block, of, trial, done, trials, left());
            out.flush();
        }
    }

    /** A trial is over. */
    void ends(String trial, int block, int of, String outcome) {
        done++;
        if (!terminal) {
            out.printf(
                    Locale.ROOT,
                    "block %d/%d  %-40s %-28s %d/%d trials%s%n",
                    block,
                    of,
                    trial,
                    outcome,
                    done,
                    trials,
                    left());
        }
    }

    /** Something that is to stay on the screen. */
    void note(String text) {
        out.print(terminal ? "\r\u001b[K" : "");
        out.println(text);
    }

    /** Clears what was only progress. */
    void over() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    private String left() {
        if (done == 0 || done >= trials) {
            return "";
        }
        var left = Duration.ofNanos((System.nanoTime() - started) / done * (trials - done));
        return String.format(Locale.ROOT, ", %d:%02d left", left.toMinutes(), left.toSecondsPart());
    }
}
