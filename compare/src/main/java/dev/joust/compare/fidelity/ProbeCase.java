package dev.joust.compare.fidelity;

import java.util.List;

/**
 * One probe with its setting. Each lock runs it once per round.
 *
 * @param key the name by which figures find its answer
 * @param setting what the probe does
 * @param traits how to run it and treat its answer
 * @param inShort whether it is part of the short form
 */
public record ProbeCase(String key, ProbeSetting setting, List<ProbeTrait> traits, boolean inShort) {

    /**
     * What the probe does.
     *
     * @param argument see {@link dev.joust.fidelity.ProbeOrder}
     * @param share the length of a sample, as a share of the form's usual length
     */
    public record ProbeSetting(String probe, int threads, long intervalMicros, double argument, double share) {}

    /** What is particular about a probe case. */
    public enum ProbeTrait {
        /**
         * Its threads compute all the time. A sample whose CPU time is below its wall time lost a core and does not
         * count.
         */
        SPINS,
        /** A server that needs a client. */
        ECHO,
        /** Server and client run on one core. */
        PINNED,
        /** The negative controls run it too. */
        CONTROL
    }

    /** Whether it has that trait. */
    public boolean is(ProbeTrait trait) {
        return traits.contains(trait);
    }
}
