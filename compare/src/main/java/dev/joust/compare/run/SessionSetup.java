package dev.joust.compare.run;

import dev.joust.compare.machine.DisturbanceLimits;
import dev.joust.compare.machine.DisturbanceMonitor;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.plan.AvailableRuntimes;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.Selection.Chosen;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.trial.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fixes what a session fixes before its first trial: the machine, the calibrations, the thresholds, the seed. */
public record SessionSetup(Profile profile, long seed) {

    public SessionFolder start(Path folder, Chosen chosen, AvailableRuntimes called, NetworkService service)
            throws IOException, InterruptedException {
        var created = SessionFolder.vacant(folder);
        var environment = Environment.read(Optional.ofNullable(System.getProperty("joust.commit")));
        int cores = environment.hardware().usableCores();
        chosen.scenarios().forEach(scenario -> scenario.caution(cores).ifPresent(System.out::println));
        var machine = new Session.Machine(
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                environment,
                profile.flags(),
                service.description(),
                DisturbanceLimits.calibrated(DisturbanceMonitor.measureAtRest()));
        Map<String, Calibration> calibrations = new TreeMap<>();
        var runtimes = calibrated(called, chosen, calibrations);
        var present = new AvailableRuntimes(runtimes).of(chosen);
        calibrations.put(TrialCommands.JVM, onJvm(new Calibrator(present.scenarios()), runtimes));
        var instrument = new Session.Instrument(calibrations, runtimes, new DriverCalibration(profile).cost());
        var asked = new Session.Planned(profile, seed, present.scenarios(), present.notAsked(), present.unavailable());
        var name = folder.toAbsolutePath().getFileName().toString();
        created.begin(new Session(Result.FORMAT, name, asked, machine, instrument));
        return created;
    }

    /** A runtime that cannot be calibrated is not available, and says why. */
    private static Map<String, RuntimeStatus> calibrated(
            AvailableRuntimes called, Chosen chosen, Map<String, Calibration> calibrations)
            throws InterruptedException {
        var calibrator = new Calibrator(chosen.scenarios());
        Map<String, RuntimeStatus> runtimes = new TreeMap<>();
        for (var runtime : called.runtimes().entrySet()) {
            var found = runtime.getValue();
            try {
                if (found.command().isPresent()) {
                    calibrations.put(
                            runtime.getKey(), calibrator.of(found.command().get(), found::runs));
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

    private Calibration onJvm(Calibrator calibrator, Map<String, RuntimeStatus> runtimes)
            throws IOException, InterruptedException {
        try {
            return calibrator.of(JvmCommand.jvm(profile.flags()), arm -> RuntimeStatus.running(arm, runtimes)
                    .isEmpty());
        } catch (TrialFailure e) {
            throw new IOException("the calibration failed: %s%n%s".formatted(e.getMessage(), e.log()), e);
        }
    }
}
