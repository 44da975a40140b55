package dev.joust.compare.run;

import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.Session;
import dev.joust.scenario.Scenario;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** How long the longest trial of a session may take before it counts as hung, its start aside. */
public final class LongestTrial {
    private LongestTrial() {}

    /** Over all arms of all scenarios, with the searches for their capacities. */
    public static Duration of(Session session) {
        return session.plan().scenarios().stream()
                .flatMap(scenario -> times(session, scenario))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Stream<Duration> times(Session session, Scenario scenario) {
        int cores = scenario.cores(session.machine().environment().hardware().usableCores());
        var search = Capacities.needed(scenario)
                ? Stream.of(TrialTimeout.ofSearch(CapacityRound.time(session)))
                : Stream.<Duration>empty();
        var trials = scenario.arms().stream().map(arm -> {
            var workload = scenario.workload().on(arm);
            return TrialTimeout.of(workload, arm, cores)
                    .plus(session.plan().profile().warmUp(scenario, workload).limit())
                    .plus(TrialTimeout.ofLoad(workload.load()));
        });
        return Stream.concat(search, trials);
    }
}
