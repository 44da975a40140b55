package dev.joust.compare.fidelity;

import dev.joust.fidelity.LockSetting;

/** The locks that the probes measure. */
public enum LockUnderTest {
    /** CPython's lock, the reference. */
    CPYTHON,
    /** The interpreter lock of {@code gil-threads}, which follows CPython's. */
    JAVA,
    /** A negative control: the same lock without forced switching. */
    NO_FORCED,
    /** A negative control: a bare lock. */
    BARE;

    /** The name in reports. */
    public String label() {
        return switch (this) {
            case CPYTHON -> "CPython";
            case JAVA -> "Java";
            case NO_FORCED -> LockSetting.LockKind.NO_FORCED.label();
            case BARE -> LockSetting.LockKind.BARE.label();
        };
    }
}
