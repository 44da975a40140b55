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
    static Stream<Order> orders() {
        return Samples.orders();
    }

    static Stream<Reply> replies() {
        return Samples.replies();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anOrderComesBackAsItWas(Order order) throws IOException {
        assertThat(OrderCodec.decode(content(OrderCodec.encode(order)))).isEqualTo(order);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyComesBackAsItWas(Reply reply) throws IOException {
        assertThat(ReplyCodec.decode(content(ReplyCodec.encode(reply)))).isEqualTo(reply);
    }

    @Test
    void aUnitIsTwentyOneBytesAndItsAnswerThirtySeven() {
        assertThat(OrderCodec.encode(new Order.Given(1, new Order.Unit(2, 3)))).hasSize(21);
        assertThat(ReplyCodec.encode(new Reply.Answer(1, 2, new Outcome.Done(3, 4, 5))))
                .hasSize(37);
    }

    @Test
    void aReasonOfAnyLengthFits() throws IOException {
        var reply = new Reply.Answer(1, 2, new Outcome.Failed("x".repeat(3 << 20)));
        assertThat(ReplyCodec.decode(content(ReplyCodec.encode(reply))))
                .isEqualTo(new Reply.Answer(1, 2, new Outcome.Failed("x".repeat(2_000) + "…")));
    }

    @Test
    void aClassOfWorkThatFitsInNoFrameIsRefused() {
        List<Step> many = Collections.nCopies(100_000, new Step.Sleep(Duration.ZERO));
        assertThatThrownBy(() -> OrderCodec.encode(new Order.Definition(0, "many", many)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a frame of 1300017 bytes is too long; the most is 1048576");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void noOrderPassesForAReply(Order order) {
        assertThatThrownBy(() -> ReplyCodec.decode(content(OrderCodec.encode(order))))
                .isInstanceOf(BadFrameException.class)
                .hasMessageStartingWith("a reply of unknown kind");
    }

    private static FrameContent content(byte[] frame) throws IOException {
        return new FrameReader(new ByteArrayInputStream(frame), new LongAdder())
                .next()
                .orElseThrow();
    }
}
