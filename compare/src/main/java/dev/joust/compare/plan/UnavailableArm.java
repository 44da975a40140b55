package dev.joust.compare.plan;

import dev.joust.scenario.Claim;

/** An arm that does not run because its runtime is not available, and why. */
public record UnavailableArm(String scenario, String arm, String reason) {
    public boolean concerns(String asked, Claim claim) {
        return scenario.equals(asked)
                && (arm.equals(claim.versus().arm())
                        || arm.equals(claim.versus().other()));
    }

    @Override
    public String toString() {
        return "%s: %s is not available: %s".formatted(scenario, arm, reason);
    }
}
