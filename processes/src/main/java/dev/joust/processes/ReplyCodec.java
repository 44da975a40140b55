package dev.joust.processes;

import dev.joust.trial.Outcome;

/** Replies as frames. */
final class ReplyCodec {
    private static final byte HELLO = 64; // apart from the orders' kinds, so that an echo is found out
    private static final byte ASK = 65;
    private static final byte DONE = 66;
    private static final byte FAILED = 67;
    /** Of a reason; a sentence is shorter, and no reason can make its frame too long. */
    private static final int MOST_CHARS = 2_000;

    private ReplyCodec() {}

    static byte[] encode(Reply reply) {
        return switch (reply) {
            case Reply.Hello() -> new FrameBuilder(HELLO).frame();
            case Reply.Ask(int id) -> new FrameBuilder(ASK).i32(id).frame();
            case Reply.Answer(Outcome.Done(long digest, int calls, long bytes)) ->
                new FrameBuilder(DONE).i64(digest).i32(calls).i64(bytes).frame();
            case Reply.Answer(Outcome.Failed(String reason)) ->
                new FrameBuilder(FAILED).text(cut(reason)).frame();
        };
    }

    static Reply decode(FrameContent content) throws BadFrameException {
        int kind = content.u8();
        return content.end(
                switch (kind) {
                    case HELLO -> new Reply.Hello();
                    case ASK -> new Reply.Ask(content.i32());
                    case DONE -> new Reply.Answer(new Outcome.Done(content.i64(), content.i32(), content.i64()));
                    case FAILED -> new Reply.Answer(new Outcome.Failed(content.text()));
                    default -> throw new BadFrameException("a reply of unknown kind " + kind);
                });
    }

    private static String cut(String reason) {
        return reason.length() <= MOST_CHARS ? reason : reason.substring(0, MOST_CHARS) + "…";
    }
}
