package dev.joust.compare.verdict;

import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks each result of a session once, for the progress line, for each look and for the end. A recalibration moves
 * the analytic limits, so results are checked again after one that found a runtime faster than before. For one thread.
 */
public final class ResultChecker {
    private final SessionHosts hosts;
    private final List<Recalibration> recalibrations;
    private final Map<String, HostChecks> checks = new HashMap<>();
    private final Map<Result, Checked> checked = new IdentityHashMap<>();

    public ResultChecker(Session session, List<Recalibration> recalibrations) {
        this.hosts = SessionHosts.of(session);
        this.recalibrations = new ArrayList<>(recalibrations);
    }

    /** Takes a later calibration into account. */
    public void add(Recalibration recalibration) {
        boolean faster = recalibration.calibration().unitsPerMilli().entrySet().stream()
                .anyMatch(kernel -> kernel.getValue() > fastest(recalibration, kernel.getKey()));
        recalibrations.add(recalibration);
        if (faster) {
            checks.clear();
            checked.clear();
        }
    }

    private double fastest(Recalibration later, String kernel) {
        double first = hosts.instrument(later.host())
                .calibrations()
                .get(later.runtime())
                .unitsPerMilli()
                .getOrDefault(kernel, 0.0);
        return on(later.host()).stream()
                .filter(earlier -> earlier.runtime().equals(later.runtime()))
                .mapToDouble(earlier -> earlier.calibration().unitsPerMilli().getOrDefault(kernel, 0.0))
                .reduce(first, Math::max);
    }

    private List<Recalibration> on(Optional<String> host) {
        return recalibrations.stream()
                .filter(recalibration -> recalibration.host().equals(host))
                .toList();
    }

    /** The validity checks of a scenario. */
    HostChecks checks(Scenario scenario) {
        return checks.computeIfAbsent(
                scenario.name() + " by " + scenario.judging().primary(),
                _ -> new HostChecks(
                        hosts,
                        host -> new ValidityChecks(
                                scenario, hosts.cores(host), CalibrationDrift.of(hosts.instrument(host), on(host)))));
    }

    /** Whether a result exceeds an analytic limit that rests on a calibration, so that this should be seen again. */
    public boolean doubtsCalibration(Scenario scenario, Result result) {
        return checks(scenario).of(result).doubtsCalibration(result);
    }

    /** The result with the checks that it failed. */
    public Checked check(Scenario scenario, Result result) {
        return checked.computeIfAbsent(
                result,
                unchecked ->
                        new Checked(unchecked, checks(scenario).of(unchecked).failedBy(unchecked)));
    }
}
