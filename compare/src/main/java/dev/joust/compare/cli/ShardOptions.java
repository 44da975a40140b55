package dev.joust.compare.cli;

import dev.joust.compare.machine.HostName;
import dev.joust.compare.plan.Shard;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.run.SessionRequest.ShardPart;
import dev.joust.compare.session.SessionBounds;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a session that runs one shard of a plan. */
final class ShardOptions {
    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description = "Run only the rounds K, K+N, ... of the plan, as one of N machines with the same scenarios,"
                    + " profile and --seed. A shard has one look and no verdict: merge the shards with joust merge.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "With --shard, the name of this machine in the results. Default: its hostname.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--emit",
            description = "With --shard, also write the session to standard output, as JSON lines that joust merge"
                    + " reads. All other words go to standard error.")
    private boolean emit;

    boolean emits() {
        return emit;
    }

    /**
     * The shard that a new session runs; empty where it runs the whole plan.
     *
     * @throws UsageException where the options do not fit together
     */
    Optional<ShardPart> part() {
        if (shard.isEmpty() && (emit || host.isPresent())) {
            throw new UsageException((emit ? "--emit" : "--host") + " needs --shard K/N");
        }
        return shard.map(text -> new ShardPart(Shard.parse(text), name()));
    }

    private String name() {
        var name = host.orElseGet(HostName::read);
        try {
            SessionBounds.checkMachineName(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--host: " + e.getMessage());
        }
        return name;
    }
}
