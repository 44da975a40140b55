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

/**
 * Checks each result of a session once, for the progress line, for each look and for the end. A recalibration moves
 * the analytic limits, so results are checked again after one that found a runtime faster than before. For one thread.
 */
public final class ResultChecker {
    private final Session session;
    private final List<Recalibration> recalibrations;
    private final Map<String, ValidityChecks> checks = new HashMap<>();
    private final Map<Result, Checked> checked = new IdentityHashMap<>();

    public ResultChecker(Session session, List<Recalibration> recalibrations) {
        this.session = session;
        this.recalibrations = new ArrayList<>(recalibrations);
    }

    /** Takes a later calibration into account. */
    public void add(Recalibration recalibration) {
        boolean faster = recalibration.calibration().unitsPerMilli().entrySet().stream()
                .anyMatch(kernel -> kernel.getValue() > fastest(recalibration.runtime(), kernel.getKey()));
        recalibrations.add(recalibration);
        if (faster) {
            checks.clear();
            checked.clear();
        }
    }

    private double fastest(String runtime, String kernel) {
        double first =
                session.instrument().calibrations().get(runtime).unitsPerMilli().getOrDefault(kernel, 0.0);
        return recalibrations.stream()
                .filter(earlier -> earlier.runtime().equals(runtime))
                .mapToDouble(earlier -> earlier.calibration().unitsPerMilli().getOrDefault(kernel, 0.0))
                .reduce(first, Math::max);
    }

    /** The validity checks of a scenario. */
    ValidityChecks checks(Scenario scenario) {
        return checks.computeIfAbsent(
                scenario.name() + " by " + scenario.judging().primary(),
                name -> new ValidityChecks(
                        scenario,
                        session.machine().environment().hardware().usableCores(),
                        CalibrationDrift.of(session.instrument(), List.copyOf(recalibrations))));
    }

    /** Whether a result exceeds an analytic limit that rests on a calibration, so that this should be seen again. */
    public boolean doubtsCalibration(Scenario scenario, Result result) {
        return checks(scenario).doubtsCalibration(result);
    }

    /** The result with the checks that it failed. */
    public Checked check(Scenario scenario, Result result) {
        return checked.computeIfAbsent(
                result, unchecked -> new Checked(unchecked, checks(scenario).failedBy(unchecked)));
    }
}
