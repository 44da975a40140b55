package dev.joust.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The memory that a parent shares with one worker for large payloads. A unit has a segment from its submission to its
 * answer, then another unit can have it. So a payload costs one copy. For any number of threads.
 */
final class SharedSegments {
    private static final int MIN_BYTES = 1 << 20;

    /** A piece of memory, and the number by which the worker knows it. */
    private record Segment(int number, SharedMemory memory) {}

    private final Path folder;
    private final Traffic traffic;
    private final List<Segment> all = new ArrayList<>(); // this and all below: guarded by this
    private final List<Segment> free = new ArrayList<>();
    private final Map<Integer, Segment> used = new HashMap<>();
    private int refusedBytes = Integer.MAX_VALUE;
    private boolean closed;

    /** @param folder see {@link SharedMemory#create} */
    SharedSegments(Path folder, Traffic traffic) {
        this.folder = folder;
        this.traffic = traffic;
    }

    /**
     * Copies a unit's payloads, one after the other.
     *
     * @param tag of the unit
     * @return the message that tells the worker where they are; empty when the system has no memory to share
     * @throws IOException when the worker has ended
     */
    synchronized Optional<ParentMessage.SharedPayloads> put(int tag, List<byte[]> payloads, int length)
            throws IOException {
        if (closed) {
            throw new IOException("the worker has ended");
        }
        var known = free.stream()
                .filter(segment -> segment.memory().bytes().capacity() >= length)
                .findFirst();
        var found = known.or(() -> create(length));
        if (found.isEmpty()) {
            traffic.payloadsThroughPipes().increment();
            return Optional.empty();
        }
        var segment = found.get();
        if (!segment.memory().isInMemory()) {
            traffic.payloadsThroughFiles().increment();
        }
        free.remove(segment);
        used.put(tag, segment);
        int at = 0;
        for (var payload : payloads) {
            segment.memory().bytes().put(at, payload);
            at += payload.length;
        }
        return Optional.of(new ParentMessage.SharedPayloads(
                segment.number(),
                length,
                known.isPresent() ? "" : segment.memory().file().toString()));
    }

    /** Empty when there is no room. The same size is not tried again: each attempt would cost the time of a unit. */
    private Optional<Segment> create(int length) {
        int size = Math.toIntExact(Math.clamp(Long.highestOneBit(2L * length - 1), MIN_BYTES, Integer.MAX_VALUE));
        if (size >= refusedBytes) {
            return Optional.empty();
        }
        try {
            var segment = new Segment(all.size(), SharedMemory.create(folder, size));
            all.add(segment);
            return Optional.of(segment);
        } catch (IOException e) {
            refusedBytes = size;
            return Optional.empty();
        }
    }

    /** Frees the segment of a unit that was answered. */
    synchronized void release(int tag) {
        var segment = used.remove(tag);
        if (segment != null) {
            free.add(segment);
        }
    }

    /**
     * Deletes the files that the worker has not opened. Comes after the end of the worker; nothing can be put any more.
     */
    synchronized void close() throws IOException {
        closed = true;
        for (var segment : all) {
            segment.memory().delete();
        }
    }
}
