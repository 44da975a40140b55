package dev.joust.compare;

import dev.joust.compare.machine.Calm;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.machine.Witness;
import dev.joust.scenario.Kernel;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fixes what a session fixes before its first trial: the machine, the calibration, the thresholds, the seed. */
record SessionStart(Profile profile, long seed) {
    private static final Duration CALIBRATION = Duration.ofSeconds(60);

    SessionFolder start(Path folder, Selection.Chosen chosen, Service service)
            throws IOException, InterruptedException {
        var created = SessionFolder.vacant(folder);
        var environment = Environment.read(Optional.ofNullable(System.getProperty("joust.commit")));
        var machine = new Session.Machine(
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                environment,
                profile.flags(),
                service.description(),
                Calm.calibrated(Witness.atRest()));
        var instrument =
                new Session.Instrument(Map.of("jvm", calibration(chosen.scenarios())), new DriverCheck(profile).cost());
        var asked = new Session.Asked(profile, seed, chosen.scenarios(), chosen.elsewhere());
        var name = folder.toAbsolutePath().getFileName().toString();
        created.begin(new Session(Result.FORMAT, name, asked, machine, instrument));
        return created;
    }

    private Calibration calibration(List<Scenario> scenarios) throws IOException, InterruptedException {
        var kernels = scenarios.stream()
                .flatMap(s -> s.workload().classes().stream())
                .flatMap(c -> c.steps().stream())
                .flatMap(SessionStart::kernel)
                .map(Kernel::label)
                .distinct()
                .toList();
        if (kernels.isEmpty()) {
            return new Calibration(Map.of());
        }
        try (var process = TrialProcess.start(Runtimes.jvm(profile.flags()))) {
            var last = process.carryOut(new Message.Calibrate(kernels), CALIBRATION, message -> {});
            if (last instanceof Message.Calibrated(Calibration calibration)) {
                return calibration;
            }
            throw new IOException("the calibration answered " + last);
        } catch (TrialFailure e) {
            throw new IOException(
                    "the calibration failed: %s%n%s"
                            .formatted(e.getMessage(), e.failure().log()),
                    e);
        }
    }

    private static Stream<Kernel> kernel(Step step) {
        return switch (step) {
            case Step.Compute c -> Stream.of(c.kernel());
            case Step.Native n -> Stream.of(n.kernel());
            case Step.Call c -> Stream.empty();
            case Step.Stream s -> Stream.empty();
            case Step.FileRead f -> Stream.empty();
            case Step.Sleep s -> Stream.empty();
            case Step.Spin s -> Stream.empty();
        };
    }
}
