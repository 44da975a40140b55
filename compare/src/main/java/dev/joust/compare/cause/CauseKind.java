package dev.joust.compare.cause;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What limits a model in a scenario. */
public enum CauseKind {
    /** The unit's own waits: a service, a timer, a clock. */
    WAITS,
    /** The unit's own CPU time: no other unit, lock or lack of cores delays it. */
    OWN_WORK,
    /** The CPU time of the cores, or of a quota. */
    CPU,
    /** A lock that units wait for whenever they come back from a wait: the convoy effect. */
    LOCK_ON_RETURN,
    /** A lock that is held nearly all the time. */
    LOCK,
    /** The one thread of a loop, which is busy nearly all the time. */
    LOOP,
    /** A loop that is not busy all the time, but that single computations keep from its I/O. */
    BLOCKED_LOOP,
    /** The slots: units queue, and the slots that are taken mostly wait. */
    SLOTS,
    /** The thread that hands units over to the model. */
    HANDOVER,
    /** No cause is named, with the reason. */
    NOT_KNOWN;

    /** As reports write it. */
    public String word() {
        return this == HANDOVER ? "hand-over" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind that reports write so. */
    static Optional<CauseKind> written(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
