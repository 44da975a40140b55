package dev.joust.compare.cli;

import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.fidelity.FidelityProfile;
import dev.joust.compare.fidelity.FidelitySession;
import dev.joust.compare.fidelity.ProbeCommands;
import dev.joust.compare.machine.MachineLock;
import dev.joust.compare.plan.ModelRegistry;
import dev.joust.compare.plan.RuntimeStatus;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.report.FidelityReportWriter;
import dev.joust.compare.session.SessionFolder;
import dev.joust.fidelity.LockSetting;
import dev.joust.fidelity.PythonProbes;
import dev.joust.scenario.Durations;
import dev.joust.scenario.PrintableText;
import dev.joust.trial.JvmVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
                        + " differ.")
public final class FidelityCommand implements Callable<Integer> {
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
        var cpython = RuntimeStatus.of(python.runtime(ModelRegistry.found()), python.path(), List.of());
        if (cpython.missing().isPresent()) {
            throw new UsageException(cpython.status() + "; name another with --python");
        }
        var interpreter = Path.of(cpython.command().orElseThrow().getFirst());
        var path = out.orElseGet(() -> SessionFolder.dated("fidelity-"));
        try (var machine = MachineLock.take(path)) {
            machine.cautions().stream().map(PrintableText::line).forEach(System.out::println);
            var folder = FidelityFolder.create(path);
            PythonProbes.unpack(folder.probes());
            var commands = new ProbeCommands(
                    interpreter, folder.probes(), ProbeCommands.onJvm(), ProbeCommands.oneCore(), twin);
            var profile = brief ? FidelityProfile.SHORT : FidelityProfile.FULL;
            var fidelity = new FidelitySession(profile, lock, commands, folder, describe(lock))
                    .measure(JvmVariables.cautions(JvmVariables.ignored(System.getenv())));
            new FidelityReportWriter(path).write(fidelity, System.out);
            return ExitCode.of(fidelity.status()).number();
        }
    }

    private String describe(LockSetting lock) {
        return twin
                ? "CPython on both sides"
                : lock.kind() == LockSetting.LockKind.GLIBC
                        ? String.format(Locale.ROOT, "glibc, window %s", window.orElse(USUAL_WINDOW))
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
                .orElseThrow(() -> new UsageException(String.format(
                        Locale.ROOT, "--window takes a time such as 1us or 500ns, below 1ms, found '%s'", window)))
                .toNanos();
    }
}
