package dev.joust.compare.fidelity;

import java.util.List;
import java.util.Locale;

/** How thorough {@code joust fidelity} is. */
public enum FidelityProfile {
    /** Everything, often enough to see how it spreads. What misses is asked six times more, and the median of all eleven counts. */
    FULL(5, 11, 3, 1.0, 0.3),
    /**
     * Each gated row once where that is cheap: about a minute. What {@code mvn verify} runs. One sample can miss by chance, so what misses is
     * asked twice more, and the median counts.
     */
    SHORT(1, 3, 1, 0.4, 0.1);

    private final int rounds;
    private final int mostRounds;
    private final int controlRounds;
    private final double seconds;
    private final double mostRepeated;

    FidelityProfile(int rounds, int mostRounds, int controlRounds, double seconds, double mostRepeated) {
        this.rounds = rounds;
        this.mostRounds = mostRounds;
        this.controlRounds = controlRounds;
        this.seconds = seconds;
        this.mostRepeated = mostRepeated;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int rounds() {
        return rounds;
    }

    /** The last round of what misses until then. */
    public int mostRounds() {
        return mostRounds;
    }

    int controlRounds() {
        return controlRounds;
    }

    /** At most this share of the samples is asked for again: on a machine that is never quiet, waiting does not help. */
    double mostRepeated() {
        return mostRepeated;
    }

    /** Of one sample. */
    double seconds(ProbeCase question) {
        // in half a second beside a computing thread there are forty requests, and the 99th percentile would be the
        // longest
        return (question.is(ProbeCase.Trait.ECHO) ? 1.0 : seconds)
                * question.setting().share();
    }

    public List<ProbeCase> questions() {
        return ProbeCases.all().stream()
                .filter(question -> this == FULL || question.inShort())
                .toList();
    }
}
