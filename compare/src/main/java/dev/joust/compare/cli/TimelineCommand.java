package dev.joust.compare.cli;

import dev.joust.compare.plan.ScenarioRequest;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.report.TimelineReportWriter;
import dev.joust.compare.run.RecordedScenario;
import dev.joust.compare.run.RecordedScenario.RecordedTrial;
import dev.joust.compare.run.RecordingRequest;
import dev.joust.compare.run.TrialRecorder;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.timeline.RecordingSettings;
import dev.joust.compare.timeline.Timeline;
import dev.joust.compare.timeline.Timeline.ArmTimeline;
import dev.joust.compare.timeline.Timeline.TimelineHeading;
import dev.joust.compare.timeline.TimelineFolder;
import dev.joust.compare.timeline.TimelineFolder.WindowInstants;
import dev.joust.scenario.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust timeline}. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Records one trial of each arm of a scenario, and shows what its threads do in a fraction of a"
                + " second: who holds the lock, who waits for it, what the loop runs. Judges nothing.")
public final class TimelineCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Parameters(paramLabel = "SCENARIO", description = "The name of one of Joust's scenarios, or a YAML file.")
    private String scenario;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "MODEL",
            description = "Only these models. Default: those that the scenario lists for quick.")
    private Set<String> models = Set.of();

    @Option(
            names = "--length",
            defaultValue = "200ms",
            paramLabel = "TIME",
            description = "How much of the middle of the window is shown, 1ms to 10s. Default: ${DEFAULT-VALUE}.")
    private String length;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the timeline; that of a session, whose report then shows it too. Default:"
                    + " sessions/timeline-<time>.")
    private Optional<Path> out;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var shown = length();
        var folder = TimelineFolder.at(out.orElseGet(() -> SessionFolder.dated("timeline-")));
        var started = OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        var recorded = new TrialRecorder(request(folder.path()), System.out).record();
        if (recorded.trials().isEmpty()) {
            throw new UsageException("nothing was recorded: " + String.join("; ", recorded.missing()));
        }
        var timeline = timeline(recorded, started, shown);
        folder.write(timeline);
        new TimelineReportWriter(folder.path()).write(timeline, System.out);
        return ExitCode.HELD.number();
    }

    private Duration length() {
        return Durations.parse(length)
                .filter(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> new UsageException(String.format(
                        Locale.ROOT, "--length takes a time from 1ms to 10s, such as 200ms, found '%s'", length)));
    }

    private RecordingRequest request(Path folder) {
        return new RecordingRequest(
                folder,
                RecordingSettings.text(),
                ScenarioRequest.of(List.of(scenario), models, List.of()),
                service.request());
    }

    private static Timeline timeline(RecordedScenario recorded, OffsetDateTime started, Duration shown)
            throws IOException {
        var question = recorded.scenario();
        List<ArmTimeline> arms = new ArrayList<>();
        for (var trial : recorded.trials()) {
            arms.add(arm(trial, shown));
        }
        var heading = new TimelineHeading(
                question.name(), question.question(), started.toString(), machine(), shown.toNanos() / 1e6);
        return new Timeline(Timeline.FORMAT, heading, arms, recorded.missing());
    }

    private static ArmTimeline arm(RecordedTrial trial, Duration shown) throws IOException {
        var arm = trial.arm();
        return TimelineFolder.arm(
                arm.name(), arm.model(), trial.file(), new WindowInstants(trial.start(), trial.end()), shown);
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s %s, %d cores",
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().availableProcessors());
    }
}
