package dev.joust.processes;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Says which unit a worker has begun last, also when the worker has been killed: what lay ready behind it can be given to another. Written
 * by one thread, read by any.
 */
record BegunMarker(SharedMemory memory) {
    private static final int PAGE = 4096;
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    /**
     * A new one.
     *
     * @param folder see {@link SharedMemory#made}
     * @param begun the tag of the unit that was begun last
     */
    static BegunMarker made(Path folder, int begun) throws IOException {
        var mark = new BegunMarker(SharedMemory.made(folder, PAGE));
        mark.begin(begun);
        return mark;
    }

    void begin(int tag) {
        INT.setRelease(memory.bytes(), 0, tag);
    }

    int begun() {
        return (int) INT.getAcquire(memory.bytes(), 0);
    }
}
