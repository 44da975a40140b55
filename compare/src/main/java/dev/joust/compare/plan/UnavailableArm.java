package dev.joust.compare.plan;

import dev.joust.scenario.Claim;
import java.util.List;
import java.util.Locale;

/**
 * An arm that does not run because its runtime is not available on this machine.
 *
 * @param runtime the name of the runtime
 * @param reason why it is not available, in the runtime's words
 */
public record UnavailableArm(String scenario, String arm, String runtime, String reason) {

    /** Whether the claim of that scenario needs this arm. */
    public boolean concerns(String asked, Claim claim) {
        return scenario.equals(asked)
                && (arm.equals(claim.versus().arm())
                        || arm.equals(claim.versus().other()));
    }

    /** Which arm does not run, and why. */
    public String sentence() {
        return String.format(Locale.ROOT, "%s/%s: %s", scenario, arm, cause());
    }

    private String cause() {
        return String.format(Locale.ROOT, "not available: %s: %s", runtime, reason);
    }

    /** One line per runtime. */
    public static List<String> summary(List<UnavailableArm> all) {
        return all.stream().map(UnavailableArm::cause).distinct().toList();
    }
}
