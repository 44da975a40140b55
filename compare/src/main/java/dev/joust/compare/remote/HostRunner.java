package dev.joust.compare.remote;

import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.process.RunningChildren;
import dev.joust.compare.run.LongestTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs a shard on a host: sends what the host lacks, starts the run, and writes each result as it comes. For several
 * threads, one per host.
 *
 * @param shards the folder of the sessions of all shards
 */
record HostRunner(SshProgram ssh, SentFiles files, Path shards, FirstSession first, HostLimits limits)
        implements ShardDispatch.ShardRunner {
    /** How long after the end of {@code ssh} a signal that ended it may take to reach this process. */
    private static final Duration SIGNAL_GRACE = Duration.ofMillis(200);

    /** Packs a file that a host gets. */
    @FunctionalInterface
    private interface Packing {
        Path pack() throws IOException, InterruptedException;
    }

    /** @throws InterruptedException when the program is being stopped: then no host has failed */
    @Override
    public ShardAttempt run(SshHost host, Shard shard) throws IOException, InterruptedException {
        var folder = shards.resolve(String.format(Locale.ROOT, "%d-%s", shard.index(), host.fileName()));
        var receiver = new ShardReceiver(folder, shard, first);
        Optional<String> failure = Optional.empty();
        try {
            sendDistribution(host);
            runShard(host, shard, receiver);
        } catch (HostFailure e) {
            if (RunningChildren.RUNNING.closedWithin(SIGNAL_GRACE)) {
                throw new InterruptedException("stopped during shard " + shard);
            }
            failure = Optional.of(e.getMessage());
        }
        return new ShardAttempt(host, shard, folder, receiver.results(), failure);
    }

    private void sendDistribution(SshHost host) throws HostFailure, InterruptedException {
        try (var probe = ssh.start(host, files.scripts().probe())) {
            probe.closeInput();
            if (probe.await(limits.answer()).contains(RemoteScripts.KEPT)) {
                return;
            }
        }
        ssh.log().println(host.name() + ": gets this distribution of Joust");
        var distribution = packed(files::distribution);
        try (var receive = ssh.start(host, files.scripts().receive(unique("part")), distribution)) {
            receive.await(limits.send());
        }
    }

    /** What cannot be packed ends this attempt and not the session: other hosts may be measuring. */
    private static Path packed(Packing packing) throws HostFailure, InterruptedException {
        try {
            return packing.pack();
        } catch (UsageException e) {
            throw new HostFailure(e.getMessage());
        } catch (IOException e) {
            throw new HostFailure("what --on sends cannot be packed: " + e);
        }
    }

    private void runShard(SshHost host, Shard shard, ShardReceiver receiver)
            throws HostFailure, IOException, InterruptedException {
        var run = unique("run");
        var sent = packed(() -> files.run(host, shard, run));
        try (var prepare = ssh.start(host, files.scripts().prepare(run), sent)) {
            prepare.await(limits.answer());
        }
        try (var command = ssh.start(host, files.scripts().start(run));
                var _ = HostPulse.to(command, limits.pulse())) {
            while (!receiver.hasEnded()) {
                var line = command.nextLine(silence(receiver));
                if (line.isEmpty()) {
                    throw command.failure();
                }
                receiver.accept(line.get());
            }
        }
    }

    /** How long the next line may take. */
    private Duration silence(ShardReceiver receiver) {
        return receiver.session()
                .map(session -> LongestTrial.of(session).plus(limits.margin()))
                .orElse(limits.start());
    }

    private static String unique(String kind) {
        var random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return kind + "-" + random;
    }
}
