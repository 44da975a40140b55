package dev.joust.compare.cli;

import dev.joust.compare.plan.UsageException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Where a command listens: {@code --port} and {@code --bind}. */
final class ListenOptions {
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

    /**
     * The address.
     *
     * @throws UsageException when there is no such port
     */
    InetSocketAddress address() {
        if (port < 0 || port > 65_535) {
            throw new UsageException(String.format(Locale.ROOT, "--port takes 0 to 65535, found '%d'", port));
        }
        return new InetSocketAddress(address, port);
    }
}
