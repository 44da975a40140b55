package dev.joust.compare.session;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.NotAsked;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariant;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is fixed before the first trial of a session: {@code session.json}. Together with {@code results.jsonl} it
 * yields everything else.
 *
 * @param format the version of this format
 */
public record Session(int format, String name, Planned plan, Machine machine, Instrument instrument) {

    /**
     * What the user asked for.
     *
     * @param scenarios with the arms that run
     * @param notAsked claims and arms that the profile or {@code --models} leaves out
     * @param unavailable arms whose runtime is not available here; claims about them stay, and are not applicable
     */
    public record Planned(
            Profile profile,
            long seed,
            List<Scenario> scenarios,
            List<NotAsked> notAsked,
            List<UnavailableArm> unavailable) {}

    /**
     * Where the session runs.
     *
     * @param started the time, as ISO 8601 with its offset
     * @param flags the flags of every trial's JVM
     * @param disturbanceLimits a block beyond these is repeated
     */
    public record Machine(
            String started,
            Environment environment,
            List<String> flags,
            ServiceInfo service,
            DisturbanceLimits disturbanceLimits) {}

    /**
     * What was measured of the instrument itself.
     *
     * @param calibrations how many units of each kernel take a millisecond of CPU time, by runtime
     * @param runtimes the runtimes other than the JVM whose models the session asks for, by name
     * @param ignoredVariables environment variables with flags for JVMs that no JVM of the session got, by name
     * @param variants the runtimes that arms choose in place of the usual one; older sessions have none
     */
    public record Instrument(
            Map<String, Calibration> calibrations,
            Map<String, RuntimeStatus> runtimes,
            DriverCost driver,
            Map<String, String> ignoredVariables,
            Optional<List<RuntimeVariant>> variants) {

        /** Without runtimes that arms choose. */
        public Instrument(
                Map<String, Calibration> calibrations,
                Map<String, RuntimeStatus> runtimes,
                DriverCost driver,
                Map<String, String> ignoredVariables) {
            this(calibrations, runtimes, driver, ignoredVariables, Optional.empty());
        }

        /** The runtimes that arms choose. */
        public List<RuntimeVariant> chosenByArms() {
            return variants.orElse(List.of());
        }
    }

    /**
     * What the driver costs, measured with a model that does nothing and several units in flight.
     *
     * @param unitsPerSecond how many units it sends and receives per second
     * @param responseMicros the median response time of a unit, in microseconds
     * @param cpuMicros CPU time per unit, in microseconds, of driver and null model together
     */
    public record DriverCost(double unitsPerSecond, double responseMicros, Optional<Double> cpuMicros) {}
}
