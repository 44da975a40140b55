package dev.joust.compare.versus;

import java.util.Comparator;
import java.util.List;

/** What became of a change, from the answer that counts least to the one that counts most among several. */
public enum ChangeOutcome {
    FASTER("faster"),
    NO_DIFFERENCE("no difference that matters"),
    /** The profile judges nothing, and every trial is valid. */
    NOT_JUDGED("not judged"),
    INCONCLUSIVE("inconclusive"),
    SLOWER("slower"),
    /** The base against itself, a control or the machine forbids a verdict. */
    NOT_BELIEVED("not to be believed");

    private final String words;

    ChangeOutcome(String words) {
        this.words = words;
    }

    /** As reports print it. */
    public String words() {
        return words;
    }

    /** The answer of several scenarios together; {@link #NOT_JUDGED} without one. */
    public static ChangeOutcome together(List<VersusVerdict> verdicts) {
        return verdicts.stream()
                .map(VersusVerdict::change)
                .max(Comparator.naturalOrder())
                .orElse(NOT_JUDGED);
    }
}
