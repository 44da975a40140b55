package dev.joust.compare.diff;

import dev.joust.compare.diff.ClaimDiff.SideVerdict;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Workload;
import java.util.List;
import java.util.Optional;

/**
 * A claim as one session asked it, and its verdict.
 *
 * @param scenario its name, or that of its sweep
 * @param claim in the words of the scenario
 * @param settings what ran: one, or one per value of a sweep
 */
record AskedClaim(String scenario, String claim, List<ClaimSetting> settings, SideVerdict verdict) {

    /** What ran for a claim. The other arms of the scenario do not matter: each trial has a process of its own. */
    record ClaimSetting(Workload workload, Optional<Pod> pod, List<Arm> arms) {
        private Optional<String> difference(ClaimSetting other) {
            if (!workload.equals(other.workload)) {
                return Optional.of("the work or the load differs");
            }
            if (!pod.equals(other.pod)) {
                return Optional.of("the limits differ");
            }
            return arms.equals(other.arms) ? Optional.empty() : Optional.of("the options of an arm differ");
        }
    }

    boolean asks(AskedClaim other) {
        return scenario.equals(other.scenario) && claim.equals(other.claim);
    }

    /** Why its verdict cannot stand beside the other one; empty where it can. */
    Optional<String> difference(AskedClaim other) {
        if (settings.size() != other.settings.size()) {
            return Optional.of("the values of the sweep differ");
        }
        for (int i = 0; i < settings.size(); i++) {
            var difference = settings.get(i).difference(other.settings.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }
}
