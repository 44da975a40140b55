package dev.joust.processes;

import dev.joust.processes.Assignments.AssignedJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns jobs into frames for one worker. Short payloads become a frame. Long ones go to shared memory or, where the
 * system has none, become several frames. For any number of threads.
 *
 * @param inlineBytes payloads of a unit that are longer in sum go to shared memory
 */
record JobEncoder(SharedSegments segments, int inlineBytes) {
    /** A piece of payloads that fits into a frame. */
    private static final int PIECE_BYTES = FrameReader.MAX_FRAME_BYTES / 2;

    /**
     * Frames that belong together: nothing of another job may come between them.
     *
     * @throws IOException when the worker has ended
     */
    List<byte[]> encode(List<AssignedJob> jobs) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        var frames = new ByteArrayOutputStream();
        for (var assigned : jobs) {
            if (!assigned.job().payloads().isEmpty()) {
                putPayloads(assigned, frames, pieces);
            }
            frames.writeBytes(ParentMessageCodec.encode(
                    new ParentMessage.RunTask(assigned.tag(), assigned.job().task())));
        }
        pieces.add(frames.toByteArray());
        return pieces;
    }

    private void putPayloads(AssignedJob assigned, ByteArrayOutputStream frames, List<byte[]> pieces)
            throws IOException {
        var payloads = assigned.job().payloads();
        int length = payloads.stream().mapToInt(payload -> payload.length).sum();
        if (length <= inlineBytes) {
            var all = ByteBuffer.allocate(length);
            payloads.forEach(all::put);
            frames.writeBytes(inline(all.flip()));
            return;
        }
        var shared = segments.put(assigned.tag(), payloads, length);
        if (shared.isPresent()) {
            frames.writeBytes(ParentMessageCodec.encode(shared.get()));
            return;
        }
        pieces.add(frames.toByteArray());
        frames.reset();
        for (var payload : payloads) {
            for (int at = 0; at < payload.length; at += PIECE_BYTES) {
                pieces.add(inline(ByteBuffer.wrap(payload, at, Math.min(PIECE_BYTES, payload.length - at))));
            }
        }
    }

    private static byte[] inline(ByteBuffer bytes) {
        return ParentMessageCodec.encode(new ParentMessage.InlinePayloads(bytes));
    }
}
