package dev.joust.compare.session;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.NotAsked;
import dev.joust.compare.plan.Plan;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariant;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UnavailableArm;
import dev.joust.compare.stats.Looks;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Calibration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is fixed before the first trial of a session: {@code session.json}. Together with {@code results.jsonl} it
 * yields everything else.
 *
 * <p>A session of a shard has a shard in its plan. A merged session also has hosts, by name; its own shard, machine and
 * instrument are those of the first host.
 *
 * @param format the version of this format
 * @param hosts of a merged session, sorted by name; any other session has none
 */
public record Session(
        int format,
        String name,
        Planned plan,
        Machine machine,
        Instrument instrument,
        Optional<List<ShardHost>> hosts) {

    /** A session that is not merged. */
    public Session(int format, String name, Planned plan, Machine machine, Instrument instrument) {
        this(format, name, plan, machine, instrument, Optional.empty());
    }

    /** The shard of a session that is one part of a plan; empty for a whole session and for a merged one. */
    public Optional<Shard> onlyShard() {
        return hosts.isPresent() ? Optional.empty() : plan.shard();
    }

    /** The order of the whole plan. */
    public Plan fullPlan() {
        return new Plan(plan.scenarios(), plan.seed(), plan.shard().isPresent());
    }

    /** Whether a round of the plan is part of this session. */
    public boolean runs(int round) {
        return onlyShard().map(shard -> shard.runs(round)).orElse(true);
    }

    /** How many of the rounds up to this one are part of this session. */
    public int rounds(int upTo) {
        return onlyShard().map(shard -> shard.rounds(upTo)).orElse(upTo);
    }

    /** How many blocks of a control are part of this session, of the rounds up to this one. */
    public int blocks(Control control, int upTo) {
        return Plan.blocks(control, rounds(upTo), plan.shard().isPresent());
    }

    /**
     * What the user asked for.
     *
     * @param scenarios with the arms that run
     * @param notAsked claims and arms that the profile or {@code --models} leaves out
     * @param unavailable arms whose runtime is not available here; claims about them stay, and are not applicable
     * @param shard the part of a plan in shards; empty where one machine runs the whole plan
     */
    public record Planned(
            Profile profile,
            long seed,
            List<Scenario> scenarios,
            List<NotAsked> notAsked,
            List<UnavailableArm> unavailable,
            Optional<Shard> shard) {

        /** A whole plan. */
        public Planned(
                Profile profile,
                long seed,
                List<Scenario> scenarios,
                List<NotAsked> notAsked,
                List<UnavailableArm> unavailable) {
            this(profile, seed, scenarios, notAsked, unavailable, Optional.empty());
        }

        /** The same plan, of which this part runs. */
        public Planned in(Optional<Shard> part) {
            return new Planned(profile, seed, scenarios, notAsked, unavailable, part);
        }

        /** The looks of the whole plan: those of the profile or, of a plan in shards, its single one. */
        public Looks looks() {
            return shard.map(part -> profile.looks().inShards(part.count())).orElseGet(profile::looks);
        }
    }

    /**
     * Where the session runs.
     *
     * @param started the time, as ISO 8601 with its offset
     * @param flags the flags of every trial's JVM
     * @param disturbanceLimits trials beyond these run again
     * @param host the machine's name, in sessions of a shard only: other sessions are published
     */
    public record Machine(
            String started,
            Environment environment,
            List<String> flags,
            ServiceInfo service,
            DisturbanceLimits disturbanceLimits,
            Optional<String> host) {

        /** A machine without a name. */
        public Machine(
                String started,
                Environment environment,
                List<String> flags,
                ServiceInfo service,
                DisturbanceLimits disturbanceLimits) {
            this(started, environment, flags, service, disturbanceLimits, Optional.empty());
        }
    }

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
