package dev.joust.compare.cli;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.report.ReportServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description = "The port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "The address to listen on; 0.0.0.0 lets other machines in. Default: ${DEFAULT-VALUE}.")
    private InetAddress address;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port takes 0 to 65535, found '%d'".formatted(port));
        }
        try (var server = ReportServer.start(folder, new InetSocketAddress(address, port))) {
            System.out.printf("the report of %s is at %s until you stop this%n", folder, server.address());
            new CountDownLatch(1).await(); // a signal ends the process
            return 0;
        }
    }
}
