package dev.joust.compare.run;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.AvailableRuntimes;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.RuntimeVariants;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.run.SessionRequest.PlannedRounds;
import dev.joust.compare.run.SessionRequest.ShardPart;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.ServiceInfo;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.trial.Calibration;
import dev.joust.trial.JvmVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fixes what stays the same for a whole session: the machine, the calibrations, the disturbance limits, the seed.
 *
 * @param rounds which rounds it runs
 * @param rest is awaited before anything is measured
 * @param variants the runtimes that arms choose
 */
record SessionSetup(PlannedRounds rounds, RestWait rest, RuntimeVariants variants) {

    /** Creates the session's folder, and writes its session file. */
    SessionFolder create(Path folder, Chosen chosen, AvailableRuntimes needed, ServiceInfo service)
            throws IOException, InterruptedException {
        var created = SessionFolder.create(folder);
        var environment = Environment.read(Optional.ofNullable(System.getProperty("joust.commit")));
        int cores = environment.hardware().logicalCores();
        var found = rest.await(seen -> DisturbanceLimits.fixed(seen, cores).excess(seen));
        if (found.note().isPresent()) {
            created.append(new DisturbanceNote(Optional.empty(), found.note().get()));
        }
        var machine = new Session.Machine(
                OffsetDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                environment,
                rounds.profile().flags(),
                service,
                DisturbanceLimits.fixed(found.disturbance(), cores),
                rounds.shard().map(ShardPart::host));
        Map<String, Calibration> calibrations = new TreeMap<>();
        var runtimes = calibrate(needed, chosen, calibrations);
        var present = new AvailableRuntimes(runtimes).restrict(chosen);
        var calibrator = new Calibrator(present.scenarios());
        calibrations.put(TrialCommands.JVM, calibrateJvm(calibrator, runtimes));
        calibrateVariants(calibrator, runtimes, calibrations);
        var instrument = new Session.Instrument(
                calibrations,
                runtimes,
                new DriverCalibration(rounds.profile()).measure(),
                JvmVariables.ignored(System.getenv()),
                Optional.of(variants.found()));
        var plan = new Session.Planned(
                rounds.profile(),
                rounds.seed(),
                present.scenarios(),
                present.notAsked(),
                present.unavailable(),
                rounds.shard().map(ShardPart::shard));
        var name = folder.toAbsolutePath().getFileName().toString();
        created.writeSession(new Session(Result.FORMAT, name, plan, machine, instrument));
        return created;
    }

    /** Calibrates each runtime; one that fails is not available for the session. */
    private static Map<String, RuntimeStatus> calibrate(
            AvailableRuntimes needed, Chosen chosen, Map<String, Calibration> calibrations)
            throws InterruptedException {
        var calibrator = new Calibrator(chosen.scenarios());
        Map<String, RuntimeStatus> runtimes = new TreeMap<>();
        for (var runtime : needed.runtimes().entrySet()) {
            var found = runtime.getValue();
            try {
                if (found.command().isPresent()) {
                    calibrations.put(
                            runtime.getKey(),
                            calibrator.calibrate(found.command().get(), found::runs));
                }
                runtimes.put(runtime.getKey(), found);
            } catch (TrialFailure e) {
                runtimes.put(runtime.getKey(), found.without("its calibration failed: " + e.sentence()));
            } catch (IOException e) {
                runtimes.put(runtime.getKey(), found.without("its calibration failed: " + e.getMessage()));
            }
        }
        return runtimes;
    }

    /**
     * Calibrates each runtime that an arm chooses, on its own: a trial on it is checked against what it can do. The
     * work of its arms is sized on the usual runtime.
     */
    private void calibrateVariants(
            Calibrator calibrator, Map<String, RuntimeStatus> runtimes, Map<String, Calibration> calibrations)
            throws IOException, InterruptedException {
        var commands = new TrialCommands(List.of(), runtimes, Map.of(), variants);
        for (var variant : variants.found()) {
            try {
                calibrations.put(
                        variant.name(),
                        calibrator.calibrate(commands.command(variant.name()), arm -> commands.runtime(arm)
                                .equals(variant.name())));
            } catch (TrialFailure e) {
                throw new UsageException(
                        String.format(Locale.ROOT, "the calibration of %s failed: %s", variant.name(), e.sentence()));
            }
        }
    }

    private Calibration calibrateJvm(Calibrator calibrator, Map<String, RuntimeStatus> runtimes)
            throws IOException, InterruptedException {
        try {
            return calibrator.calibrate(
                    JvmCommand.jvm(rounds.profile().flags()),
                    arm -> RuntimeStatus.running(arm, runtimes).isEmpty());
        } catch (TrialFailure e) {
            throw new IOException(
                    String.format(Locale.ROOT, "the calibration failed: %s%n%s", e.getMessage(), e.log()), e);
        }
    }
}
