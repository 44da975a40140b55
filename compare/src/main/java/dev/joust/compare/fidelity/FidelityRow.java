package dev.joust.compare.fidelity;

import java.util.List;

/**
 * A row of the table.
 *
 * @param gated when a miss fails the whole
 */
record FidelityRow(int number, String quantity, Gated gated, List<LockMetric> figures) {

    /** When a row is a gate. */
    enum Gated {
        ALWAYS,
        /** Its value depends on who wins a wake-up, which only this hand-off models. */
        WITH_GLIBC,
        /** It depends on the C library, the kernel and the machine: shown, with its spread. */
        NEVER
    }

    boolean gated(boolean glibc) {
        return switch (gated) {
            case ALWAYS -> true;
            case WITH_GLIBC -> glibc;
            case NEVER -> false;
        };
    }
}
