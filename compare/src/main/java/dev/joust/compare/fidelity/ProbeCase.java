package dev.joust.compare.fidelity;

import java.util.List;

/**
 * One probe with its setting, asked of each arm once a round.
 *
 * @param key by which figures find its answer
 * @param setting what is asked
 * @param traits how to treat the answer
 * @param inShort whether the short form asks it
 */
public record ProbeCase(String key, Setting setting, List<Trait> traits, boolean inShort) {

    /**
     * What is asked.
     *
     * @param argument see {@link dev.joust.fidelity.ProbeOrder}
     * @param share of the form's time that one sample takes
     */
    public record Setting(String probe, int threads, long intervalMicros, double argument, double share) {}

    /** What is particular about a question. */
    public enum Trait {
        /** Somebody computes all the time: where CPU time is short of wall time, somebody else had the core, and it does not count. */
        SPINS,
        /** A server, to which a client belongs. */
        ECHO,
        /** Both on one core. */
        PINNED,
        /** Also asked of the negative controls. */
        CONTROL
    }

    /** Whether it has that trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
