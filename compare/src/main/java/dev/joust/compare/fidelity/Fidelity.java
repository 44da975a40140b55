package dev.joust.compare.fidelity;

import java.util.List;

/**
 * How faithful the lock is: what {@code fidelity.json} holds.
 *
 * @param findings every figure, in the table's order
 * @param controls the locks that must be found out
 * @param notes samples that were dropped, and what this machine cannot measure
 */
public record Fidelity(
        Setting setting, List<LockFinding> findings, List<Control> controls, List<String> notes, FidelityPlots plots) {

    /**
     * Of what the figures are true.
     *
     * @param runtimes CPython's version and Java's
     */
    public record Setting(String started, String form, String handOff, List<String> runtimes, String machine) {}

    /**
     * A lock that is known to be wrong.
     *
     * @param measured whether it answered at all
     * @param caughtBy the gated rows that it misses
     */
    public record Control(String name, boolean measured, List<Integer> caughtBy) {}

    /** How it ended. */
    public enum Status {
        /** Every gated row holds, and every negative control misses one. */
        FAITHFUL(0),
        /** A gated row is missed, or a negative control passed for the real thing. */
        UNFAITHFUL(1),
        /** Nothing speaks against it, but something was not measured. */
        INCONCLUSIVE(2);

        private final int exitCode;

        Status(int exitCode) {
            this.exitCode = exitCode;
        }

        /** Of the process. */
        public int exitCode() {
            return exitCode;
        }
    }

    /** How it ended. */
    public Status status() {
        if (findings.stream().anyMatch(LockFinding::fails)
                || controls.stream().anyMatch(c -> c.measured() && c.caughtBy().isEmpty())) {
            return Status.UNFAITHFUL;
        }
        boolean open = findings.stream().anyMatch(LockFinding::open)
                || controls.stream().anyMatch(c -> !c.measured())
                || findings.isEmpty();
        return open ? Status.INCONCLUSIVE : Status.FAITHFUL;
    }
}
