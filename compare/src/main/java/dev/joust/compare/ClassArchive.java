package dev.joust.compare;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import dev.joust.trial.Calibration;
import dev.joust.trial.Message;
import dev.joust.trial.Setup;
import dev.joust.trial.Trial;
import dev.joust.trial.TrialId;
import dev.joust.trial.WarmUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A class-data archive of all models of a session, made once before its first trial and used by every trial alike: a trial of two
 * seconds otherwise spends half a second on loading classes.
 *
 * @param file where it lies; where it could not be made there is none, and the trials start without
 */
record ClassArchive(Path file) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ClassArchive.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * Makes the archive.
     *
     * @param models those that run on the JVM
     */
    static ClassArchive make(Path file, List<String> flags, List<String> models)
            throws IOException, InterruptedException {
        var archive = new ClassArchive(file.toAbsolutePath());
        Files.deleteIfExists(archive.file);
        var recording = with(flags, "-XX:ArchiveClassesAtExit=" + archive.file);
        boolean made = false;
        try (var process = TrialProcess.start(Runtimes.jvm(recording))) {
            process.carryOut(new Message.Rehearse(rehearsals(file, models)), LIMIT, message -> {});
            made = process.leftWithin(LIMIT);
        } catch (TrialFailure e) {
            LOG.log(System.Logger.Level.WARNING, "no class archive; trials start without: {0}", e.getMessage());
        }
        if (!made) {
            Files.deleteIfExists(archive.file); // half an archive would crash the JVM that maps it
        }
        return archive;
    }

    /** The flags of a trial that uses it. */
    List<String> flags(List<String> flags) {
        return Files.exists(file) ? with(flags, "-XX:SharedArchiveFile=" + file) : flags;
    }

    /** The JVM says on standard output, which is the protocol's, what it thinks of an archive; so it says nothing. */
    private static List<String> with(List<String> flags, String flag) {
        return Stream.concat(flags.stream(), Stream.of("-Xlog:disable", flag)).toList();
    }

    /** Each model once with a sleep, and once with a call that nobody answers. */
    private static List<Trial> rehearsals(Path file, List<String> models) {
        List<Trial> trials = new ArrayList<>();
        for (var model : models) {
            trials.add(rehearsal(file, model, new Step.Sleep(Duration.ofMillis(1))));
            trials.add(rehearsal(file, model, new Step.Call(Duration.ZERO, 1)));
        }
        return trials;
    }

    private static Trial rehearsal(Path file, String model, Step step) {
        var workload = new Workload(
                List.of(new WorkClass("rehearsal", 1, List.of(step))), new Load.Batch(new Load.Count(2, false)));
        var host = new Trial.Host(2, file.toAbsolutePath().getParent(), new Calibration(Map.of()));
        var warmUp = new WarmUp(Duration.ofMillis(10), Duration.ofMillis(5), 1.0);
        return new Trial(
                new TrialId("rehearsal", "rehearsal", model, 1, 1),
                Arm.of(model),
                workload,
                new Trial.Conditions(host, Setup.NOWHERE, 1, warmUp, Duration.ofSeconds(10)));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
