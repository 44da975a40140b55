package dev.joust.compare.cli;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.fidelity.FidelityJudge;
import dev.joust.compare.fidelity.FidelityProfile;
import dev.joust.compare.fidelity.ProbeCase;
import dev.joust.compare.fidelity.ProbeCommands;
import dev.joust.compare.fidelity.ProbeResult;
import dev.joust.compare.fidelity.ProbeRunner;
import dev.joust.compare.machine.Environment;
import dev.joust.compare.machine.SessionLock;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.report.FidelityReportWriter;
import dev.joust.compare.session.SessionFolder;
import dev.joust.fidelity.LockSetting;
import dev.joust.fidelity.PythonProbes;
import dev.joust.scenario.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code joust fidelity}. */
@Command(
        name = "fidelity",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description =
                "Measures the interpreter lock of gil-threads beside CPython's, on this machine, and prints how they"
                        + " differ.",
        footer = {
            "",
            "Exit codes: 0 faithful, 1 a required row is missed or a negative control misses none, 2 not available or not measured."
        })
public final class FidelityCommand implements Callable<Integer> {
    private static final int NOT_AVAILABLE = 2;
    private static final String USUAL_WINDOW = LockSetting.CALIBRATED_WINDOW_NANOS / 1_000 + "us";
    private static final Duration LONGEST_WINDOW = Duration.ofMillis(1);

    @Option(
            names = "--short",
            description = "Measures the cheap rows once, in about a minute. Default: all rows, five times.")
    private boolean brief;

    @Mixin
    private final PythonOption python = new PythonOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the results. Default: sessions/fidelity-<time>.")
    private Optional<Path> out;

    @Option(
            names = "--handoff",
            defaultValue = "glibc",
            paramLabel = "HANDOFF",
            description =
                    "Which waiting thread gets the released lock: ${COMPLETION-CANDIDATES}. With glibc a thread that"
                            + " begins to wait may take the wake-up of another, as in CPython. With fifo the longest"
                            + " waiter gets it. Default: ${DEFAULT-VALUE}.")
    private HandOff handOff;

    @Option(
            names = "--window",
            paramLabel = "TIME",
            description = "With --handoff glibc: how long a thread that begins to wait may take the wake-up of another,"
                    + " such as 1us or 500ns. Default: " + USUAL_WINDOW + ".")
    private Optional<String> window;

    @Option(
            names = "--twin",
            description = "Measures CPython beside CPython: a row that differs is one that this machine cannot measure."
                    + " Runs no negative controls, and ignores --handoff and --window.")
    private boolean twin;

    /** The hand-offs that users can choose. */
    private enum HandOff {
        GLIBC(LockSetting.LockKind.GLIBC),
        FIFO(LockSetting.LockKind.FIFO);

        private final LockSetting.LockKind kind;

        HandOff(LockSetting.LockKind kind) {
            this.kind = kind;
        }

        /** As users write it. */
        @Override
        public String toString() {
            return kind.label();
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var lock = lock();
        var cpython = RuntimeStatus.of(python.runtime(ModelRegistry.found()), python.path());
        if (cpython.missing().isPresent()) {
            System.out.printf("%s; name another with --python%n", cpython.status());
            return NOT_AVAILABLE;
        }
        var interpreter = Path.of(cpython.command().orElseThrow().getFirst());
        var path = out.orElseGet(() -> SessionFolder.dated("fidelity-"));
        try (var _ = SessionLock.take(SessionLock.usualPlace(), path)) {
            var folder = FidelityFolder.create(path);
            PythonProbes.unpack(folder.probes());
            var commands = new ProbeCommands(
                    interpreter, folder.probes(), ProbeCommands.onJvm(), ProbeCommands.oneCore(), twin);
            return measure(folder, commands, lock).status().exitCode();
        }
    }

    private Fidelity measure(FidelityFolder folder, ProbeCommands commands, LockSetting lock)
            throws IOException, InterruptedException {
        var form = brief ? FidelityProfile.SHORT : FidelityProfile.FULL;
        List<String> notes = new ArrayList<>();
        var questions = possible(form.questions(), commands, notes);
        var started = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
        var interrogation = new ProbeRunner(form, commands, lock, folder);
        interrogation.ask(questions, 1, form.rounds());
        boolean glibc = lock.kind() == LockSetting.LockKind.GLIBC;
        askAgain(form, interrogation, questions, folder, glibc);
        notes.addAll(interrogation.notes());
        var answers = folder.readAnswers();
        if (answers.stream().anyMatch(FidelityCommand::countedByGaps)) {
            notes.add(
                    "switches of CPython are counted by gaps in its threads' clocks: this interpreter's own counter was"
                            + " not found");
        }
        var setting =
                new Fidelity.FidelityContext(started, form.label(), described(lock), runtimes(answers), machine());
        var fidelity = new FidelityJudge(answers, keys(questions), glibc, !twin).fidelity(setting, notes);
        folder.write(fidelity);
        new FidelityReportWriter(folder.path()).write(fidelity, System.out);
        return fidelity;
    }

    /** Repeats the cases behind required figures that are missed, as often as the form says: without a look in between. */
    private void askAgain(
            FidelityProfile form,
            ProbeRunner interrogation,
            List<ProbeCase> questions,
            FidelityFolder folder,
            boolean glibc)
            throws IOException, InterruptedException {
        var doubtful = new FidelityJudge(folder.readAnswers(), keys(questions), glibc, !twin).doubtful();
        var again = questions.stream()
                .filter(question -> doubtful.contains(question.key()))
                .toList();
        if (!again.isEmpty()) {
            interrogation.ask(again, form.rounds() + 1, form.maxRounds());
        }
    }

    private static Set<String> keys(List<ProbeCase> questions) {
        return questions.stream().map(ProbeCase::key).collect(Collectors.toSet());
    }

    private static List<ProbeCase> possible(List<ProbeCase> questions, ProbeCommands commands, List<String> notes) {
        if (commands.core().isEmpty()) {
            notes.add("row 17 is not available: it needs two cores and the command taskset");
            return questions.stream()
                    .filter(question -> !question.is(ProbeCase.ProbeTrait.PINNED))
                    .toList();
        }
        return questions;
    }

    private static boolean countedByGaps(ProbeResult answer) {
        return answer.samples().values().getOrDefault("counted", List.of(1.0)).contains(0.0);
    }

    private static List<String> runtimes(List<ProbeResult> answers) {
        return answers.stream()
                .map(answer -> answer.samples().runtime())
                .distinct()
                .sorted()
                .toList();
    }

    private static String machine() {
        var environment = Environment.read(Optional.empty());
        return "%s, %d cores, %s"
                .formatted(
                        environment.hardware().processor(),
                        environment.hardware().usableCores(),
                        environment.software().kernel());
    }

    private String described(LockSetting lock) {
        return twin
                ? "CPython on both sides"
                : lock.kind() == LockSetting.LockKind.GLIBC
                        ? "glibc, window %s".formatted(window.orElse(USUAL_WINDOW))
                        : "fifo";
    }

    private LockSetting lock() {
        if (handOff == HandOff.FIFO && window.isPresent()) {
            throw new UsageException("--window needs --handoff glibc");
        }
        return new LockSetting(handOff.kind, 0, windowNanos(window.orElse(USUAL_WINDOW)));
    }

    private static long windowNanos(String window) {
        return Durations.parse(window)
                .filter(time -> time.compareTo(LONGEST_WINDOW) < 0)
                .orElseThrow(() -> new UsageException(
                        "--window takes a time such as 1us or 500ns, below 1ms, found '%s'".formatted(window)))
                .toNanos();
    }
}
