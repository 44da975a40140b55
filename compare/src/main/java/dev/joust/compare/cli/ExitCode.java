package dev.joust.compare.cli;

import dev.joust.compare.cause.CauseCheck;
import dev.joust.compare.cause.CauseCheck.CauseMatch;
import dev.joust.compare.fidelity.Fidelity.Faithfulness;
import dev.joust.compare.verdict.Conclusion;
import dev.joust.compare.versus.ChangeOutcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The exit codes of {@code joust}. A JVM that cannot start gives 1, a shell 2, 126 or 127, and a kernel 137 for a
 * killed process. None of these is a verdict.
 */
public enum ExitCode {
    HELD(0, "all claims held", "faithful: every judged row is within its tolerance"),
    REFUTED(10, "a claim is refuted", "a judged row misses, or a negative control passes"),
    INCONCLUSIVE(
            11,
            "nothing is refuted, but a claim is inconclusive",
            "nothing misses, but a row is inconclusive or was not measured"),
    NOT_BELIEVED(
            12,
            "the session cannot be believed: a control failed, the machine was disturbed, or others use its service",
            ""),
    USAGE(64, "wrong usage or a bad scenario; nothing has run", "wrong usage, or CPython is not available"),
    INTERNAL(70, "an internal error; the message names a file with the details"),
    INTERRUPTED(130, "interrupted (SIGINT)"),
    TERMINATED(143, "terminated (SIGTERM)");

    private final int number;
    private final String ofSessions;
    private final String ofFidelity;

    ExitCode(int number, String ofSessions, String ofFidelity) {
        this.number = number;
        this.ofSessions = ofSessions;
        this.ofFidelity = ofFidelity;
    }

    ExitCode(int number, String meaning) {
        this(number, meaning, meaning);
    }

    /** The code of a judged session. */
    public static ExitCode of(Conclusion conclusion) {
        return switch (conclusion) {
            case HELD -> HELD;
            case REFUTED -> REFUTED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case NOT_BELIEVED -> NOT_BELIEVED;
        };
    }

    /** The code of {@code joust fidelity}. */
    public static ExitCode of(Faithfulness faithfulness) {
        return switch (faithfulness) {
            case FAITHFUL -> HELD;
            case UNFAITHFUL -> REFUTED;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    /** The code of {@code joust causes}. */
    public static ExitCode of(CauseCheck check) {
        return check.count(CauseMatch.WRONG) == 0 ? HELD : REFUTED;
    }

    /** The code of {@code joust versus}. */
    public static ExitCode of(ChangeOutcome change) {
        return switch (change) {
            case FASTER, NO_DIFFERENCE, NOT_JUDGED -> HELD;
            case SLOWER -> REFUTED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case NOT_BELIEVED -> NOT_BELIEVED;
        };
    }

    /** What the process returns. */
    public int number() {
        return number;
    }

    /** What each code of {@code run}, {@code article} and {@code judge} means, by number. */
    public static Map<String, String> ofSessions() {
        return table(Arrays.stream(values()).map(code -> Map.entry(code.number, code.ofSessions)));
    }

    /** What each code of {@code fidelity} means, by number. */
    public static Map<String, String> ofFidelity() {
        return table(Arrays.stream(values()).map(code -> Map.entry(code.number, code.ofFidelity)));
    }

    /** What each code of {@code causes} means, by number. */
    public static Map<String, String> ofCauses() {
        return table(Stream.of(
                Map.entry(HELD.number, "no cause that was found is wrong"),
                Map.entry(REFUTED.number, "a cause that was found is not the known one"),
                Map.entry(USAGE.number, "wrong usage"),
                Map.entry(INTERNAL.number, INTERNAL.ofSessions)));
    }

    /** What each code of {@code advise} means, by number. */
    public static Map<String, String> ofAdvice() {
        var meanings = new LinkedHashMap<>(ofSessions());
        meanings.put(Integer.toString(HELD.number), "an advice, to stay or to choose; with --arithmetic: printed");
        meanings.remove(Integer.toString(REFUTED.number));
        meanings.put(Integer.toString(INCONCLUSIVE.number), "no advice: the best models are not told apart");
        meanings.put(
                Integer.toString(USAGE.number),
                "wrong usage or a bad profile, also one that computes more than the pod can; nothing has run");
        return meanings;
    }

    /** What each code of {@code adr} means, by number. */
    public static Map<String, String> ofAdr() {
        return table(Stream.of(
                Map.entry(HELD.number, "the record is written, also where it leaves the question open"),
                Map.entry(NOT_BELIEVED.number, "no record: the session is not shown to be sound"),
                Map.entry(USAGE.number, "wrong usage, or a folder that takes no record"),
                Map.entry(INTERNAL.number, INTERNAL.ofSessions)));
    }

    /** What each code of {@code diff} means, by number. */
    public static Map<String, String> ofDiff() {
        return table(Stream.of(
                Map.entry(HELD.number, "all verdicts that can be compared are the same"),
                Map.entry(REFUTED.number, "a claim is held in one session and refuted in the other"),
                Map.entry(INCONCLUSIVE.number, "a claim is inconclusive in one session alone, or none can be compared"),
                Map.entry(NOT_BELIEVED.number, "a session cannot be believed"),
                Map.entry(USAGE.number, "wrong usage"),
                Map.entry(INTERNAL.number, INTERNAL.ofSessions)));
    }

    /** What each code of {@code versus} means, by number. */
    public static Map<String, String> ofVersus() {
        var meanings = ofSessions();
        meanings.put("0", "the head is faster, or there is no difference that matters");
        meanings.put("10", "the head is slower");
        meanings.put("11", "inconclusive");
        meanings.put("12", "not to be believed: the base does not tie with itself, or as for run");
        return meanings;
    }

    private static Map<String, String> table(Stream<Map.Entry<Integer, String>> meanings) {
        var table = new LinkedHashMap<String, String>();
        meanings.filter(code -> !code.getValue().isEmpty())
                .forEach(code -> table.put(code.getKey().toString(), code.getValue()));
        return table;
    }
}
