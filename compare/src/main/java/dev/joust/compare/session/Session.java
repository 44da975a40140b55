package dev.joust.compare.session;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is fixed before the first trial of a session: {@code session.json}. With it and {@code results.jsonl} everything else can be
 * made again, here or elsewhere.
 *
 * @param format the version of this format
 * @param name the session's name
 * @param plan what runs
 * @param machine where
 * @param instrument what was measured of the instrument itself
 */
public record Session(int format, String name, Planned plan, Machine machine, Instrument instrument) {

    /**
     * What was asked for.
     *
     * @param scenarios with the arms that run
     * @param notAsked claims that this profile does not ask, for want of their arms
     * @param unavailable the arms that would have run, were their runtime available
     */
    public record Planned(
            Profile profile,
            long seed,
            List<Scenario> scenarios,
            List<String> notAsked,
            List<UnavailableArm> unavailable) {}

    /**
     * Where it ran.
     *
     * @param flags the flags of every trial's JVM
     * @param service how the service ran
     * @param disturbanceLimits the thresholds past which a block is repeated
     */
    public record Machine(
            String started,
            Environment environment,
            List<String> flags,
            String service,
            DisturbanceLimits disturbanceLimits) {}

    /**
     * What was measured of the instrument itself.
     *
     * @param calibrations what a millisecond of CPU is, by runtime
     * @param runtimes the runtimes other than the JVM whose models were asked for, by name
     * @param driver what driving a unit costs
     */
    public record Instrument(
            Map<String, Calibration> calibrations, Map<String, RuntimeStatus> runtimes, DriverCost driver) {}

    /**
     * What the driver costs, measured with a model that does nothing, several units in flight.
     *
     * @param unitsPerSecond how many units it sends and takes back in a second
     * @param responseMicros the median response time of such a unit: the hop there and back
     * @param cpuMicros CPU time a unit, of the driver and the null model together
     */
    public record DriverCost(double unitsPerSecond, double responseMicros, Optional<Double> cpuMicros) {}
}
