package dev.joust.compare.stats;

import java.util.Comparator;

/**
 * Where a block ran: the shard of one machine. Blocks of one stratum share a machine, a service and a calibration, so
 * they are paired with each other alone. Two shards of one machine are two strata.
 *
 * @param machine its name; empty in a session of one machine
 * @param shard its name, unique among all machines; empty in a session without shards
 */
public record Stratum(String machine, String shard) implements Comparable<Stratum> {
    /** That of every block of a session that ran on one machine. */
    public static final Stratum ONLY = new Stratum("", "");

    private static final Comparator<Stratum> ORDER =
            Comparator.comparing(Stratum::machine).thenComparing(Stratum::shard);

    @Override
    public int compareTo(Stratum other) {
        return ORDER.compare(this, other);
    }
}
