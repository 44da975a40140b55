package dev.joust.compare.fidelity;

import java.util.List;

/**
 * How faithfully the interpreter lock follows CPython's: the content of {@code fidelity.json}.
 *
 * @param findings every figure, in the order of the table
 * @param controls locks with known faults, which must be detected
 * @param notes samples that were dropped, and rows that this machine cannot measure
 */
public record Fidelity(
        FidelityContext setting,
        List<LockFinding> findings,
        List<NegativeControl> controls,
        List<String> notes,
        FidelityPlots plots) {

    /**
     * What the figures hold for.
     *
     * @param form how thorough the session was, see {@link FidelityProfile}
     * @param handOff how the lock hands over
     * @param runtimes the versions of CPython and Java
     */
    public record FidelityContext(String started, String form, String handOff, List<String> runtimes, String machine) {}

    /**
     * A lock with a known fault.
     *
     * @param measured whether it gave any samples
     * @param caughtBy the required rows that it misses
     */
    public record NegativeControl(String name, boolean measured, List<Integer> caughtBy) {}

    /** The result of a session. */
    public enum Faithfulness {
        /** Every required row holds, and every negative control misses one. */
        FAITHFUL,
        /** A required row is missed, or a negative control misses none. */
        UNFAITHFUL,
        /** Nothing is missed, but something was not measured. */
        INCONCLUSIVE
    }

    /** The result of the session. */
    public Faithfulness status() {
        if (findings.stream().anyMatch(LockFinding::fails)
                || controls.stream().anyMatch(c -> c.measured() && c.caughtBy().isEmpty())) {
            return Faithfulness.UNFAITHFUL;
        }
        boolean open = findings.stream().anyMatch(LockFinding::open)
                || controls.stream().anyMatch(c -> !c.measured())
                || findings.isEmpty();
        return open ? Faithfulness.INCONCLUSIVE : Faithfulness.FAITHFUL;
    }
}
