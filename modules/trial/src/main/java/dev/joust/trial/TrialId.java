package dev.joust.trial;

/**
 * Identifies one trial.
 *
 * @param session the session's name
 * @param arm the arm of the scenario
 * @param block the block of the scenario, from 1
 * @param attempt from 1; more where the block was repeated because of a disturbance
 */
public record TrialId(String session, String scenario, String arm, int block, int attempt) {
    @Override
    public String toString() {
        return scenario + "/" + arm + " block " + block + (attempt > 1 ? " attempt " + attempt : "");
    }
}
