package dev.joust.threaded;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The flag by which a waiter requests that the holder drop the lock: CPython's {@code gil_drop_request}.
 *
 * <p>For any thread. All accesses are opaque: a read costs a plain load, orders nothing and sees a change sooner or
 * later. What follows from a read is decided under a mutex.
 */
final class DropRequest {
    private static final VarHandle RAISED;

    static {
        try {
            RAISED = MethodHandles.lookup().findVarHandle(DropRequest.class, "raised", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private boolean raised;

    boolean isRaised() {
        return (boolean) RAISED.getOpaque(this);
    }

    void raise() {
        RAISED.setOpaque(this, true);
    }

    void lower() {
        RAISED.setOpaque(this, false);
    }
}
