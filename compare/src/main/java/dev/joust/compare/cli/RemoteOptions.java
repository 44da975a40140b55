package dev.joust.compare.cli;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.remote.SshHost;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that run the shards of a session on other hosts. */
final class RemoteOptions {
    @Option(
            names = "--on",
            split = ",",
            paramLabel = "ssh://[USER@]HOST[:PORT]",
            description = "Runs one shard per host on these hosts, several by commas, and judges them as one session."
                    + " Each host needs a JDK 25, and that your ssh reaches it without a question.")
    private List<String> on = List.of();

    @Option(
            names = "--remote-java",
            paramLabel = "PATH",
            description = "With --on: the program java of the hosts. Default: the one that the launcher finds there.")
    private Optional<String> java = Optional.empty();

    /** @throws UsageException where an option is of no use */
    boolean isAsked() {
        if (on.isEmpty() && java.isPresent()) {
            throw new UsageException("--remote-java needs --on");
        }
        return !on.isEmpty();
    }

    /** @throws UsageException when one is no host that ssh reaches */
    List<SshHost> hosts() {
        return SshHost.parse(on);
    }

    Optional<String> java() {
        return java;
    }
}
