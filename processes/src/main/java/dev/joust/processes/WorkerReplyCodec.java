package dev.joust.processes;

import dev.joust.trial.Outcome;

/** Replies as frames. */
final class WorkerReplyCodec {
    private static final byte HELLO = 64; // apart from the orders' kinds, so that an echo is found out
    private static final byte ASK = 65;
    private static final byte DONE = 66;
    private static final byte FAILED = 67;
    /** Of a reason; a sentence is shorter, and no reason can make its frame too long. */
    private static final int MOST_CHARS = 2_000;

    private WorkerReplyCodec() {}

    // no switch over the types: the first of each spins a class, a millisecond of the start of every worker
    static byte[] encode(WorkerReply reply) {
        if (reply instanceof WorkerReply.Answer answer) {
            return answer(answer);
        }
        return reply instanceof WorkerReply.Ask(int id)
                ? new FrameBuilder(ASK).i32(id).frame()
                : new FrameBuilder(HELLO).frame();
    }

    private static byte[] answer(WorkerReply.Answer answer) {
        if (answer.outcome() instanceof Outcome.Done(long digest, int calls, long bytes)) {
            return begun(DONE, answer).i64(digest).i32(calls).i64(bytes).frame();
        }
        return begun(FAILED, answer)
                .text(cut(((Outcome.Failed) answer.outcome()).reason()))
                .frame();
    }

    private static FrameBuilder begun(byte kind, WorkerReply.Answer answer) {
        return new FrameBuilder(kind).i32(answer.tag()).i64(answer.nanos());
    }

    static WorkerReply decode(FrameContent content) throws BadFrameException {
        int kind = content.u8();
        return content.end(
                switch (kind) {
                    case HELLO -> new WorkerReply.Hello();
                    case ASK -> new WorkerReply.Ask(content.i32());
                    case DONE ->
                        new WorkerReply.Answer(
                                content.i32(),
                                content.i64(),
                                new Outcome.Done(content.i64(), content.i32(), content.i64()));
                    case FAILED ->
                        new WorkerReply.Answer(content.i32(), content.i64(), new Outcome.Failed(content.text()));
                    default -> throw new BadFrameException("a reply of unknown kind " + kind);
                });
    }

    private static String cut(String reason) {
        return reason.length() <= MOST_CHARS ? reason : reason.substring(0, MOST_CHARS) + "…";
    }
}
