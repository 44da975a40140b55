package dev.joust.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory that a parent shares with one worker for large payloads. A piece of it is a unit's from its submission to its answer, and
 * then another's: what a payload costs is copying it once. For any number of threads.
 */
final class SharedSegments {
    private static final int LEAST = 1 << 20;

    /** A piece of memory, and its number in the worker. */
    private record Segment(int number, SharedMemory memory) {}

    private final Path folder;
    private final List<Segment> all = new ArrayList<>();
    private final List<Segment> free = new ArrayList<>();
    private final Map<Integer, Segment> used = new HashMap<>();

    /** @param folder see {@link SharedMemory#made} */
    SharedSegments(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies a unit's payloads, one behind the other.
     *
     * @param tag of the unit
     * @return what tells the worker where they are
     */
    synchronized ParentMessage.Shared put(int tag, List<byte[]> payloads, int length) throws IOException {
        var known = free.stream()
                .filter(segment -> segment.memory().bytes().capacity() >= length)
                .findFirst();
        var segment = known.isPresent() ? known.get() : grown(length);
        free.remove(segment);
        used.put(tag, segment);
        int at = 0;
        for (var payload : payloads) {
            segment.memory().bytes().put(at, payload);
            at += payload.length;
        }
        return new ParentMessage.Shared(
                segment.number(),
                length,
                known.isPresent() ? "" : segment.memory().file().toString());
    }

    private Segment grown(int length) throws IOException {
        int size = Math.max(LEAST, Math.toIntExact(Long.highestOneBit(2L * length - 1)));
        var segment = new Segment(all.size(), SharedMemory.made(folder, size));
        all.add(segment);
        return segment;
    }

    /** A unit was answered: its memory can be another's. */
    synchronized void release(int tag) {
        var segment = used.remove(tag);
        if (segment != null) {
            free.add(segment);
        }
    }

    /** Takes away the names of what the worker did not come to open. */
    synchronized void delete() throws IOException {
        for (var segment : all) {
            segment.memory().delete();
        }
    }
}
