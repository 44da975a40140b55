package dev.joust.trial;

import java.util.Optional;

/**
 * Identifies one run of a trial.
 *
 * @param session the session's name
 * @param arm the arm of the scenario
 * @param block the block of the scenario, from 1
 * @param attempt from 1; more where the whole block ran anew, because the session was stopped before it was whole or
 *     undisturbed
 * @param repeat from 1, where the trial ran again within its attempt, because it was disturbed; empty for its first run
 */
public record TrialId(String session, String scenario, String arm, int block, int attempt, Optional<Integer> repeat) {

    /** The first run of a trial. */
    public TrialId(String session, String scenario, String arm, int block, int attempt) {
        this(session, scenario, arm, block, attempt, Optional.empty());
    }

    /** How often the trial ran before within its attempt. */
    public int earlierRuns() {
        return repeat.orElse(0);
    }

    @Override
    public String toString() {
        return scenario + "/" + arm + " block " + block
                + (attempt > 1 ? " attempt " + attempt : "")
                + repeat.map(number -> " repeat " + number).orElse("");
    }
}
