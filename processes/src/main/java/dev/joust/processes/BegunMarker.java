package dev.joust.processes;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * The tag of the unit that a worker has begun last, in memory that outlives the worker. Units that lay ready behind it
 * can go to another worker. One thread writes, any thread reads. Only for a worker with one thread, whose units come in
 * the order of their tags.
 */
record BegunMarker(SharedMemory memory) {
    private static final int PAGE = 4096;
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    /**
     * A new marker.
     *
     * @param folder see {@link SharedMemory#create}
     * @param begun the tag of the unit that was begun last
     */
    static BegunMarker create(Path folder, int begun) throws IOException {
        var marker = new BegunMarker(SharedMemory.create(folder, PAGE));
        marker.begin(begun);
        return marker;
    }

    void begin(int tag) {
        INT.setRelease(memory.bytes(), 0, tag);
    }

    int begun() {
        return (int) INT.getAcquire(memory.bytes(), 0);
    }
}
