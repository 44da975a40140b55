package dev.joust.compare.session;

import dev.joust.trial.TrialId;
import java.util.Optional;

/**
 * One line of {@code disturbances.jsonl}: what disturbed the machine, and which processes. Nothing is judged by it;
 * the measured disturbance of each trial stands in its result.
 *
 * @param trial during which it was seen; empty before the first block
 * @param text one line of bounded length
 * @param host the name of its {@link ShardHost}, in a merged session
 */
public record DisturbanceNote(Optional<TrialId> trial, String text, Optional<String> host) implements SessionLine {

    /** Of a session that is not merged. */
    public DisturbanceNote(Optional<TrialId> trial, String text) {
        this(trial, text, Optional.empty());
    }

    @Override
    public DisturbanceNote withHost(String name) {
        return new DisturbanceNote(trial, text, Optional.of(name));
    }

    @Override
    public DisturbanceNote withoutHost() {
        return new DisturbanceNote(trial, text);
    }
}
