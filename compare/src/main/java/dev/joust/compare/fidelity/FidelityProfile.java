package dev.joust.compare.fidelity;

import java.util.List;
import java.util.Locale;

/** How thorough {@code joust fidelity} is. */
public enum FidelityProfile {
    /** All rows, five rounds. A row that is missed gets six rounds more, and the median of all eleven counts. */
    FULL(5, 11, 3, 1.0, 0.3),
    /**
     * The cheap rows, one round, about a minute; {@code mvn verify} runs it. One sample can miss by chance, so a row
     * that is missed gets six rounds more, and the median of all seven counts.
     */
    SHORT(1, 7, 1, 0.4, 0.1);

    private final int rounds;
    private final int maxRounds;
    private final int controlRounds;
    private final double seconds;
    private final double maxRepeatShare;

    FidelityProfile(int rounds, int maxRounds, int controlRounds, double seconds, double maxRepeatShare) {
        this.rounds = rounds;
        this.maxRounds = maxRounds;
        this.controlRounds = controlRounds;
        this.seconds = seconds;
        this.maxRepeatShare = maxRepeatShare;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int rounds() {
        return rounds;
    }

    /** The last round of rows that are missed until then. */
    public int maxRounds() {
        return maxRounds;
    }

    /** Whether the negative controls take part in a round. */
    boolean controls(int round) {
        return round <= controlRounds || round > rounds;
    }

    /**
     * The largest share of samples that may be repeated: on a machine that is never quiet, repetition does not help.
     */
    double maxRepeatShare() {
        return maxRepeatShare;
    }

    /** The length of one sample. */
    double seconds(ProbeCase probe) {
        // half a second beside a computing thread holds forty requests, so the 99th percentile would be the longest
        return (probe.is(ProbeCase.ProbeTrait.ECHO) ? 1.0 : seconds)
                * probe.setting().share();
    }

    /** The probe cases of this form, in order. */
    public List<ProbeCase> cases() {
        return ProbeCases.all().stream()
                .filter(probe -> this == FULL || probe.inShort())
                .toList();
    }
}
