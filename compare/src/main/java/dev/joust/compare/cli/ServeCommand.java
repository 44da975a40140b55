package dev.joust.compare.cli;

import dev.joust.compare.report.ProgressPage;
import dev.joust.compare.report.ReportServer;
import dev.joust.compare.session.RunningSession;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Serves the report of a session over HTTP until it is stopped.")
public final class ServeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder of a session that has a report.")
    private Path folder;

    @Mixin
    private final ListenOptions listen = new ListenOptions();

    @Option(
            names = "--wait",
            description = "Serve the progress of a session until its report is written. The folder need not exist yet.")
    private boolean wait;

    @Override
    public Integer call() throws InterruptedException {
        try (var server = server(listen.address())) {
            System.out.printf(
                    Locale.ROOT,
                    "the %s of %s is at %s until you stop this%n",
                    wait ? "progress, then the report," : "report",
                    folder,
                    server.address());
            new CountDownLatch(1).await(); // a signal ends the process
            return 0;
        }
    }

    private ReportServer server(InetSocketAddress listened) {
        return wait
                ? ReportServer.awaitReport(folder, listened, () -> page(folder))
                : ReportServer.start(folder, listened);
    }

    /** How far the session in a folder is. */
    static ProgressPage page(Path folder) {
        return RunningSession.in(folder)
                .map(session -> new ProgressPage(
                        String.format(Locale.ROOT, "session %s is running", session.name()), state(session)))
                .orElse(new ProgressPage("the session begins", "the machine is measured first, without a trial"));
    }

    private static String state(RunningSession session) {
        return String.format(
                Locale.ROOT,
                "%s trials done, of at least %s%s",
                session.done(),
                session.planned(),
                session.last().map(trial -> "; the last: " + trial).orElse(""));
    }
}
