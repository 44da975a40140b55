package dev.joust.compare.fidelity;

import java.util.List;

/**
 * A row of the table.
 *
 * @param required when a miss makes the lock unfaithful
 */
record FidelityRow(int number, String quantity, Requirement required, List<LockMetric> figures) {

    /** When a row must hold. */
    enum Requirement {
        ALWAYS,
        /** Its value depends on which thread wins a wake-up, and only this hand-off models that. */
        WITH_GLIBC,
        /** It depends on the C library, the kernel and the machine: shown with its spread. */
        NEVER
    }

    boolean required(boolean glibc) {
        return switch (required) {
            case ALWAYS -> true;
            case WITH_GLIBC -> glibc;
            case NEVER -> false;
        };
    }
}
