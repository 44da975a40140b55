package dev.joust.compare.cause;

import static dev.joust.compare.cause.CauseFigure.*;

import dev.joust.scenario.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences, each with its figures. */
final class CauseTexts {
    private CauseTexts() {}

    static String response(CauseFigures f) {
        List<String> own = new ArrayList<>();
        if (f.get(WAITS) > 0) {
            own.add(format("its own waits %.1f ms", f.get(WAITS)));
        }
        if (f.get(OWN_CPU) > 0) {
            own.add(format("its own CPU time %.1f ms", f.get(OWN_CPU)));
        }
        return format(
                "a unit took %s%.1f ms%s",
                f.atLeast(UNFINISHED, 1) ? "at least " : "",
                f.get(RESPONSE),
                own.isEmpty() ? "" : ", " + String.join(" and ", own));
    }

    static String cpu(CauseFigures f) {
        return format("CPU %.2f of %s cores", f.get(CPU), Pod.number(f.get(CORES)));
    }

    static String threadsWithoutCore(CauseFigures f) {
        return format("%.1f threads were ready and had no core, on average", f.get(WITHOUT_CORE));
    }

    static String lock(CauseFigures f) {
        return format(
                "the lock was held %s of the window, %.1f threads waited for it",
                percent(f.get(LOCK_HELD)), f.get(LOCK_WAITING));
    }

    static String lockOnReturn(CauseFigures f) {
        return format(
                "%s; after each of its %.0f waits it needs the lock, whose interval is %s ms; %s",
                response(f), f.get(RETURNS), number(f.get(LOCK_INTERVAL)), lock(f));
    }

    static String loop(CauseFigures f) {
        return format("the loop's thread ran %s of the window", percent(f.get(LOOP_BUSY)));
    }

    static String blockedLoop(CauseFigures f) {
        return format("one unit kept the loop from its I/O for up to %.1f ms; %s", f.get(LOOP_TURN), response(f));
    }

    static String slots(CauseFigures f) {
        return format("%s units were in flight on %.0f slots, on average", number(f.get(IN_FLIGHT)), f.get(SLOTS));
    }

    static String handover(CauseFigures f) {
        return format("to hand the units over took %s of the makespan", percent(f.get(HANDOVER_SHARE)));
    }

    /** The figures of the other limits. */
    static String against(CauseKind found, CauseFigures f) {
        List<String> texts = new ArrayList<>();
        if (found != CauseKind.CPU && f.known(CPU, CORES)) {
            texts.add(cpu(f));
        }
        if (found != CauseKind.LOCK && found != CauseKind.LOCK_ON_RETURN && f.known(LOCK_HELD, LOCK_WAITING)) {
            texts.add(lock(f));
        }
        if (found != CauseKind.LOOP && f.known(LOOP_BUSY)) {
            texts.add(loop(f));
        }
        if (found != CauseKind.SLOTS && f.known(IN_FLIGHT, SLOTS)) {
            texts.add(slots(f));
        }
        boolean saysResponse = found == CauseKind.WAITS
                || found == CauseKind.OWN_WORK
                || found == CauseKind.LOCK_ON_RETURN
                || found == CauseKind.BLOCKED_LOOP;
        if (!saysResponse && f.known(RESPONSE, WAITS, OWN_CPU)) {
            texts.add(response(f));
        }
        return String.join("; ", texts);
    }

    /** Why no rule applies. */
    static String noRule(CauseFigures f) {
        if (f.atLeast(MONITORS, 1)) {
            return "its units share a monitor, and no figure tells how long they waited for it";
        }
        boolean unseen = f.known(COMPUTING, SLOTS, CORES) && f.serialUnseen();
        return unseen
                ? "its units compute one by one, and its lock or loop gave no figures of the window"
                : "no limit is reached, or several are near";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? format("%.0f", value) : format("%.1f", value);
    }

    private static String percent(double share) {
        return format("%.0f %%", 100 * share);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
