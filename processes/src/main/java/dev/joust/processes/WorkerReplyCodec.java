package dev.joust.processes;

import dev.joust.trial.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** Turns replies into frames and back. */
final class WorkerReplyCodec {
    private static final byte GREETING = 64; // the kinds of parent messages are lower, so an echo is detected
    private static final byte CLASS_REQUEST = 65;
    private static final byte DONE = 66;
    private static final byte FAILED = 67;
    private static final byte KERNELS_WARMED = 68;
    private static final byte TIMES = 69;
    /** Longer reasons are cut, so that their frames are never too long. */
    private static final int MAX_REASON_CHARS = 2_000;

    private WorkerReplyCodec() {}

    // No switch over the types: the first run of each spins a class, a millisecond of the start of every worker.
    static byte[] encode(WorkerReply reply) {
        if (reply instanceof WorkerReply.TaskResult result) {
            return encodeResult(result);
        }
        if (reply instanceof WorkerReply.KernelsWarmed(int cold)) {
            return new FrameBuilder(KERNELS_WARMED).i32(cold).frame();
        }
        if (reply instanceof WorkerReply.Times(var millis)) {
            var frame = new FrameBuilder(TIMES).i32(millis.size());
            millis.forEach((name, value) -> frame.text(name).f64(value));
            return frame.frame();
        }
        return reply instanceof WorkerReply.ClassRequest(int id)
                ? new FrameBuilder(CLASS_REQUEST).i32(id).frame()
                : new FrameBuilder(GREETING).frame();
    }

    private static byte[] encodeResult(WorkerReply.TaskResult result) {
        if (result.outcome() instanceof Outcome.Done(long digest, int calls, long bytes)) {
            return start(DONE, result).i64(digest).i32(calls).i64(bytes).frame();
        }
        return start(FAILED, result)
                .text(cut(((Outcome.Failed) result.outcome()).reason()))
                .frame();
    }

    private static FrameBuilder start(byte kind, WorkerReply.TaskResult result) {
        return new FrameBuilder(kind).i32(result.tag()).i64(result.nanos());
    }

    static WorkerReply decode(FrameContent content) throws BadFrameException {
        int kind = content.u8();
        return content.requireEnd(
                switch (kind) {
                    case GREETING -> new WorkerReply.Greeting();
                    case CLASS_REQUEST -> new WorkerReply.ClassRequest(content.i32());
                    case KERNELS_WARMED -> new WorkerReply.KernelsWarmed(content.i32());
                    case TIMES -> new WorkerReply.Times(times(content));
                    case DONE ->
                        new WorkerReply.TaskResult(
                                content.i32(),
                                content.i64(),
                                new Outcome.Done(content.i64(), content.i32(), content.i64()));
                    case FAILED ->
                        new WorkerReply.TaskResult(content.i32(), content.i64(), new Outcome.Failed(content.text()));
                    default -> throw new BadFrameException("a reply of unknown kind " + kind);
                });
    }

    private static Map<String, Double> times(FrameContent content) throws BadFrameException {
        Map<String, Double> millis = new TreeMap<>();
        for (int left = content.i32(); left > 0; left--) {
            millis.put(content.text(), content.f64());
        }
        return millis;
    }

    private static String cut(String reason) {
        return reason.length() <= MAX_REASON_CHARS ? reason : reason.substring(0, MAX_REASON_CHARS) + "…";
    }
}
