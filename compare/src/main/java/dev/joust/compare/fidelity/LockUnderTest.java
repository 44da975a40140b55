package dev.joust.compare.fidelity;

import dev.joust.fidelity.LockSetting;

/** Who is asked. */
public enum LockUnderTest {
    /** The original. */
    CPYTHON,
    /** The lock that claims to behave like it. */
    JAVA,
    /** A negative control: the same lock without forced switching. */
    NO_FORCED,
    /** A negative control: a bare lock. */
    BARE;

    /** As people read it. */
    public String label() {
        return switch (this) {
            case CPYTHON -> "CPython";
            case JAVA -> "Java";
            case NO_FORCED -> LockSetting.LockKind.NO_FORCED.label();
            case BARE -> LockSetting.LockKind.BARE.label();
        };
    }
}
