package dev.joust.trial;

/**
 * Which trial it is.
 *
 * @param session the session's name
 * @param arm the arm of the scenario
 * @param block the block of the scenario, from 1
 * @param attempt 1, or more when the block was repeated because the machine was disturbed
 */
public record TrialId(String session, String scenario, String arm, int block, int attempt) {
    @Override
    public String toString() {
        return scenario + "/" + arm + " block " + block + (attempt > 1 ? " attempt " + attempt : "");
    }
}
