package dev.joust.compare.session;

import dev.joust.trial.TrialId;
import java.util.Optional;

/**
 * One line of {@code disturbances.jsonl}: what disturbed the machine, and which processes. Nothing is judged by it;
 * the measured disturbance of each trial stands in its result.
 *
 * @param trial during which it was seen; empty before the first block
 * @param text one line of bounded length
 */
public record DisturbanceNote(Optional<TrialId> trial, String text) {}
