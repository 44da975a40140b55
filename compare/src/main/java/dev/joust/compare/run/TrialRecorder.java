package dev.joust.compare.run;

import dev.joust.compare.machine.MachineLock;
import dev.joust.compare.machine.NativeLibraries;
import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.plan.RuntimeVariants;
import dev.joust.compare.plan.TrialCommands;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.process.EndingProcess;
import dev.joust.compare.process.TrialFailure;
import dev.joust.compare.run.RecordedScenario.RecordedTrial;
import dev.joust.compare.service.NetworkService;
import dev.joust.compare.service.ServiceStatsClient;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.PrintableText;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs one trial of each arm of a scenario with the Flight Recorder on. Such a trial is slower than one of a session,
 * so nothing is judged by it. It has the flags and the warm-up of the profile quick, and no start-up cache.
 *
 * @param out where progress is shown
 */
public record TrialRecorder(RecordingRequest request, PrintStream out) {
    private static final Profile PROFILE = Profile.QUICK;

    /** A JVM writes its recording at its end. */
    private static final Duration WRITING_LIMIT = Duration.ofSeconds(60);

    /** Else the recorder says on standard output that it has started. That is the protocol's. */
    private static final String QUIET = "-Xlog:jfr+startup=error:stderr";

    /** Characters that separate the options of the Flight Recorder. */
    private static final String SEPARATORS = ".*[,=\"' ].*";

    /**
     * Records the trials, one after the other.
     *
     * @throws UsageException when the request cannot be met; nothing has run then
     */
    public RecordedScenario record() throws IOException, InterruptedException {
        var registry = ModelRegistry.found();
        NativeLibraries.chooseFolder();
        var scenario = checked(
                request.scenarios().withoutControls().choose(PROFILE, registry).scenarios(), registry);
        var starter = new ServiceStarter(request.service(), PROFILE, List.of(scenario));
        try (var machine = MachineLock.take(request.folder());
                var service = starter.start()) {
            machine.cautions().forEach(this::show);
            show("service: " + service.info().brief());
            makeFolder();
            return record(scenario, registry, service);
        }
    }

    private void makeFolder() throws FolderWriteException {
        try {
            Files.createDirectories(scratch());
        } catch (IOException e) {
            throw new UsageException(
                    String.format(Locale.ROOT, "the folder %s cannot be written: %s", request.folder(), e));
        }
        new FolderFile(settings()).replace(request.settings());
    }

    private Path settings() {
        return request.folder().toAbsolutePath().resolve("recording.jfc");
    }

    private Scenario checked(List<Scenario> chosen, ModelRegistry registry) {
        if (request.folder().toAbsolutePath().toString().matches(SEPARATORS)) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "the Flight Recorder takes no path with a blank, a quote, ',' or '=': %s; name another folder",
                    request.folder().toAbsolutePath()));
        }
        var scenario = chosen.get(chosen.size() / 2);
        if (chosen.size() > 1) {
            show(String.format(
                    Locale.ROOT, "of %d scenarios the one in the middle: %s", chosen.size(), scenario.name()));
        }
        if (scenario.workload().load() instanceof Load.Open open && open.share().isPresent()) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "the load of %s is a share of a capacity, which only a session measures",
                    scenario.name()));
        }
        if (scenario.arms().stream().noneMatch(arm -> isRecordable(arm, registry))) {
            throw new UsageException("nothing to record: no chosen model runs on the JVM");
        }
        return scenario;
    }

    private static boolean isRecordable(Arm arm, ModelRegistry registry) {
        return registry.onJvm().contains(arm.model());
    }

    private RecordedScenario record(Scenario scenario, ModelRegistry registry, NetworkService service)
            throws IOException, InterruptedException {
        var address = address(scenario, service);
        var commands = commands(scenario, registry);
        List<RecordedTrial> trials = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (var arm : scenario.arms()) {
            if (isRecordable(arm, registry)) {
                show("recording " + arm.name());
                var trial = trial(scenario, arm, commands, address);
                record(trial, scenario, commands, service, missing::add).ifPresent(trials::add);
            } else {
                missing.add(arm.name() + " does not run on the JVM, so the Flight Recorder does not see it");
            }
        }
        missing.forEach(this::show);
        return new RecordedScenario(scenario, trials, missing);
    }

    private static URI address(Scenario scenario, NetworkService service) throws IOException, InterruptedException {
        if (!scenario.workload().needsService()) {
            return Setup.NOWHERE;
        }
        var address = service.restart();
        new ServiceStatsClient(address).warmUp();
        return address;
    }

    private static TrialCommands commands(Scenario scenario, ModelRegistry registry)
            throws IOException, InterruptedException {
        var jvm = JvmCommand.jvm(PROFILE.flags());
        try {
            var calibration = new Calibrator(List.of(scenario)).calibrate(jvm, arm -> isRecordable(arm, registry));
            var variants = RuntimeVariants.find(registry, PROFILE.flags(), List.of(scenario));
            return new TrialCommands(jvm, Map.of(), Map.of(TrialCommands.JVM, calibration), variants);
        } catch (TrialFailure e) {
            throw new IOException("the calibration failed: " + e.sentence(), e);
        }
    }

    private Trial trial(Scenario scenario, Arm arm, TrialCommands commands, URI address) {
        return new LoneTrial("timeline", scenario, PROFILE, scratch())
                .of(arm, scenario.workload().on(arm), commands.calibration(arm), address);
    }

    private Optional<RecordedTrial> record(
            Trial trial, Scenario scenario, TrialCommands commands, NetworkService service, Consumer<String> missing)
            throws IOException, InterruptedException {
        var arm = trial.arm();
        var file = request.folder().toAbsolutePath().resolve(arm.name().replaceAll("[^A-Za-z0-9.-]", "_") + ".jfr");
        Files.deleteIfExists(file);
        var followed = new FollowedWindow(arm, file);
        var result = new TrialRunner(
                        recorded(commands.command(arm, scenario.pod()), file),
                        commands.command(TrialCommands.JVM),
                        scenario.workload().needsService(),
                        scenario.pod(),
                        service.processes(),
                        followed)
                .run(trial);
        result.failure().ifPresent(failure -> missing.accept(arm.name() + ": " + failure.reason()));
        var recorded = followed.recorded();
        if (result.failure().isEmpty() && recorded.isEmpty()) {
            missing.accept(arm.name() + ": its JVM wrote no recording");
        }
        return recorded;
    }

    /** The same command with the Flight Recorder on. */
    private List<String> recorded(List<String> command, Path file) {
        List<String> words = new ArrayList<>(command);
        var recorder = String.format(
                Locale.ROOT, "-XX:StartFlightRecording:settings=%s,filename=%s,dumponexit=true", settings(), file);
        words.addAll(words.indexOf("-cp"), List.of(recorder, QUIET));
        return words;
    }

    private Path scratch() {
        return request.folder().toAbsolutePath().resolve("scratch");
    }

    private void show(String line) {
        out.println(PrintableText.line(line));
    }

    /** Notes the window of a trial, and lets its JVM write the recording. */
    private static final class FollowedWindow implements TrialFollower {
        private final Arm arm;
        private final Path file;
        private Instant start = Instant.MAX;
        private Instant end = Instant.MIN;
        private boolean written;

        FollowedWindow(Arm arm, Path file) {
            this.arm = arm;
            this.file = file;
        }

        @Override
        public void windowStarts() {
            start = Instant.now();
        }

        @Override
        public void windowEnds() {
            end = Instant.now();
        }

        @Override
        public void measured(EndingProcess process) throws InterruptedException {
            written = process.endsWithin(WRITING_LIMIT) && Files.isReadable(file);
        }

        Optional<RecordedTrial> recorded() {
            return written && start.isBefore(end)
                    ? Optional.of(new RecordedTrial(arm, file, start, end))
                    : Optional.empty();
        }
    }
}
