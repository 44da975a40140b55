package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameReaderTest {
    private final LongAdder bytes = new LongAdder();

    @Test
    void framesEndWhereTheirLengthSaysAndTheirBytesAreCounted() throws IOException {
        var stream = new ByteArrayOutputStream();
        var writer = new FrameWriter(stream, new LongAdder());
        for (var reply : ProtocolSamples.replies().toList()) {
            writer.write(WorkerReplyCodec.encode(reply));
        }
        var reader = reader(stream.toByteArray());
        for (var reply : ProtocolSamples.replies().toList()) {
            assertThat(WorkerReplyCodec.decode(reader.next().orElseThrow())).isEqualTo(reply);
        }
        assertThat(reader.next()).isEmpty();
        assertThat(bytes.sum()).isEqualTo(stream.size());
    }

    static Stream<Arguments> cuts() {
        byte[] frame = WorkerReplyCodec.encode(new WorkerReply.ClassRequest(3));
        return IntStream.range(1, frame.length).mapToObj(n -> Arguments.of(n, Arrays.copyOf(frame, n)));
    }

    @ParameterizedTest(name = "after {0} bytes")
    @MethodSource("cuts")
    void aFrameThatIsCutShortIsRefused(int length, byte[] input) {
        assertThatThrownBy(() -> reader(input).next())
                .isInstanceOf(BadFrameException.class)
                .hasMessageStartingWith("the stream ended");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, FrameReader.MAX_FRAME_BYTES + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void aLengthOutOfRangeIsRefused(int length) {
        byte[] input = ByteBuffer.allocate(64).putInt(length).array();
        assertThatThrownBy(() -> reader(input).next())
                .isInstanceOf(BadFrameException.class)
                .hasMessage("a frame of %s bytes; must be 1 to 1048576", Integer.toUnsignedString(length));
    }

    @Test
    void textIsRefused() {
        assertThatThrownBy(() -> reader("Exception in thread".getBytes(StandardCharsets.US_ASCII))
                        .next())
                .isInstanceOf(BadFrameException.class)
                .hasMessageStartingWith("a frame of 1165517669 bytes");
    }

    static Stream<byte[]> malformed() {
        return Stream.of(
                new FrameBuilder((byte) 99).frame(),
                new FrameBuilder((byte) 0).i64(1).frame(),
                new FrameBuilder((byte) 66).i64(1).frame(), // too few bytes
                new FrameBuilder((byte) 65).i32(1).u8(0).frame(), // too many bytes
                new FrameBuilder((byte) 67).i32(0).i64(0).i32(1 << 30).frame(), // a text longer than its frame
                new FrameBuilder((byte) 67).i32(0).i64(0).i32(-1).frame(),
                new FrameBuilder((byte) 2)
                        .i32(0)
                        .text("w")
                        .i32(Integer.MAX_VALUE)
                        .frame(), // more steps than bytes
                new FrameBuilder((byte) 2).i32(0).text("w").i32(1).u8(9).frame(), // an unknown step
                new FrameBuilder((byte) 2)
                        .i32(0)
                        .text("w")
                        .i32(1)
                        .u8(1)
                        .u8(77)
                        .i64(0)
                        .i32(0)
                        .frame(), // an unknown kernel
                new FrameBuilder((byte) 2)
                        .i32(0)
                        .text("w")
                        .i32(1)
                        .u8(6)
                        .i64(0)
                        .i32(-1)
                        .frame(), // negative nanoseconds
                new FrameBuilder((byte) 5).text("\0").frame(),
                new FrameBuilder((byte) 1)
                        .i64(1)
                        .i64(0)
                        .text("no address")
                        .i32(1)
                        .i32(1)
                        .text("/")
                        .i32(0)
                        .frame(),
                new FrameBuilder((byte) 1)
                        .i64(1)
                        .i64(0)
                        .text("x:y")
                        .i32(1)
                        .i32(1)
                        .text("\0")
                        .i32(0)
                        .frame());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedFrameIsRefused(byte[] input) {
        assertThatThrownBy(() -> WorkerReplyCodec.decode(reader(input).next().orElseThrow()))
                .isInstanceOf(BadFrameException.class);
        assertThatThrownBy(() -> ParentMessageCodec.decode(reader(input).next().orElseThrow()))
                .isInstanceOf(BadFrameException.class);
    }

    @Test
    void aLengthThatIsOnlyClaimedIsNotAllocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] input =
                ByteBuffer.allocate(64).putInt(FrameReader.MAX_FRAME_BYTES).array();
        long least = IntStream.range(0, 5) // the first run may load classes
                .mapToLong(i -> {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    assertThatThrownBy(() -> reader(input).next()).isInstanceOf(BadFrameException.class);
                    return threads.getCurrentThreadAllocatedBytes() - before;
                })
                .min()
                .orElseThrow();
        assertThat(least).isLessThan(FrameReader.MAX_FRAME_BYTES / 4);
    }

    @Test
    void wholeFramesThatHaveBeenReadAreReadyAndAPartIsNot() throws IOException {
        byte[] frame = WorkerReplyCodec.encode(new WorkerReply.ClassRequest(3));
        byte[] input = Arrays.copyOf(frame, 2 * frame.length + 2);
        System.arraycopy(frame, 0, input, frame.length, frame.length);
        var reader = reader(input);
        assertThat(reader.ready()).as("nothing has been read yet").isFalse();
        reader.next();
        assertThat(reader.ready()).isTrue();
        reader.next();
        assertThat(reader.ready()).as("half a length").isFalse();
    }

    @Test
    void aFrameIsReadWholeHoweverTheStreamCutsIt() throws IOException {
        var reason = "x".repeat(2_000);
        var definition = new ParentMessage.WorkDefinition(1, reason.repeat(40), ProtocolSamples.STEPS);
        byte[] frame = ParentMessageCodec.encode(definition);
        for (int piece : new int[] {1, 7, 4096, 1 << 20}) {
            var dripping = new ByteArrayInputStream(frame) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    return super.read(into, offset, Math.min(length, piece));
                }
            };
            assertThat(ParentMessageCodec.decode(
                            new FrameReader(dripping, bytes).next().orElseThrow()))
                    .isEqualTo(definition);
        }
    }

    private FrameReader reader(byte[] input) {
        return new FrameReader(new ByteArrayInputStream(input), bytes);
    }
}
