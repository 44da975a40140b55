package dev.joust.compare;

import dev.joust.compare.fidelity.Question;
import dev.joust.compare.fidelity.Questions;
import java.util.List;
import java.util.Locale;

/** How thorough {@code joust fidelity} is. */
enum FidelityForm {
    /** Everything, often enough to see how it spreads. */
    FULL(5, 3, 1.0),
    /** Each gated row once where that is cheap: about a minute. What {@code mvn verify} runs. */
    SHORT(1, 1, 0.4);

    private final int rounds;
    private final int controlRounds;
    private final double seconds;

    FidelityForm(int rounds, int controlRounds, double seconds) {
        this.rounds = rounds;
        this.controlRounds = controlRounds;
        this.seconds = seconds;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int rounds() {
        return rounds;
    }

    int controlRounds() {
        return controlRounds;
    }

    /** Of one sample. */
    double seconds(Question question) {
        return seconds * question.setting().share();
    }

    List<Question> questions() {
        return Questions.all().stream()
                .filter(question -> this == FULL || question.inShort())
                .toList();
    }
}
