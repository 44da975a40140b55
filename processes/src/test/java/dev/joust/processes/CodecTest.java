package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CodecTest {
    static Stream<ParentMessage> messages() {
        return ProtocolSamples.messages();
    }

    static Stream<WorkerReply> replies() {
        return ProtocolSamples.replies();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageOfTheParentIsReadAsItWasWritten(ParentMessage message) throws IOException {
        assertThat(ParentMessageCodec.decode(content(ParentMessageCodec.encode(message))))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyIsReadAsItWasWritten(WorkerReply reply) throws IOException {
        assertThat(WorkerReplyCodec.decode(content(WorkerReplyCodec.encode(reply))))
                .isEqualTo(reply);
    }

    @Test
    void aUnitIsTwentyOneBytesAndItsAnswerThirtySeven() {
        assertThat(ParentMessageCodec.encode(new ParentMessage.RunTask(1, new ParentMessage.UnitTask(2, 3))))
                .hasSize(21);
        assertThat(WorkerReplyCodec.encode(new WorkerReply.TaskResult(1, 2, new Outcome.Done(3, 4, 5))))
                .hasSize(37);
    }

    @Test
    void aReasonOfAnyLengthFits() throws IOException {
        var reply = new WorkerReply.TaskResult(1, 2, new Outcome.Failed("x".repeat(3 << 20)));
        assertThat(WorkerReplyCodec.decode(content(WorkerReplyCodec.encode(reply))))
                .isEqualTo(new WorkerReply.TaskResult(1, 2, new Outcome.Failed("x".repeat(2_000) + "…")));
    }

    @Test
    void aClassOfWorkThatDoesNotFitIntoAFrameIsRefused() {
        List<Step> many = Collections.nCopies(100_000, new Step.Sleep(Duration.ZERO));
        assertThatThrownBy(() -> ParentMessageCodec.encode(new ParentMessage.WorkDefinition(0, "many", many)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a frame of 1300017 bytes is too long; must be at most 1048576");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void noMessageOfTheParentIsReadAsAReply(ParentMessage message) {
        assertThatThrownBy(() -> WorkerReplyCodec.decode(content(ParentMessageCodec.encode(message))))
                .isInstanceOf(BadFrameException.class)
                .hasMessageStartingWith("a reply of unknown kind");
    }

    private static FrameContent content(byte[] frame) throws IOException {
        return new FrameReader(new ByteArrayInputStream(frame), new LongAdder())
                .next()
                .orElseThrow();
    }
}
