package dev.joust.processes;

import dev.joust.processes.Assignments.AssignedJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Turns jobs into frames for one worker. Short payloads become a frame, long ones go to shared memory. For any number
 * of threads.
 *
 * @param inlineBytes payloads of a unit that are longer in sum go to shared memory
 */
record JobEncoder(SharedSegments segments, int inlineBytes) {
    /** @throws IOException when there is no memory to share with the worker */
    byte[] encode(List<AssignedJob> jobs) throws IOException {
        var frames = new ByteArrayOutputStream();
        for (var assigned : jobs) {
            if (!assigned.job().payloads().isEmpty()) {
                frames.writeBytes(ParentMessageCodec.encode(payloads(assigned)));
            }
            frames.writeBytes(ParentMessageCodec.encode(
                    new ParentMessage.RunTask(assigned.tag(), assigned.job().task())));
        }
        return frames.toByteArray();
    }

    private ParentMessage payloads(AssignedJob assigned) throws IOException {
        var payloads = assigned.job().payloads();
        int length = payloads.stream().mapToInt(payload -> payload.length).sum();
        if (length > inlineBytes) {
            return segments.put(assigned.tag(), payloads, length);
        }
        var all = ByteBuffer.allocate(length);
        payloads.forEach(all::put);
        return new ParentMessage.InlinePayloads(all.flip());
    }
}
