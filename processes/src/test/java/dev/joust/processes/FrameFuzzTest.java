package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

/** Any bytes are a frame or a {@link BadFrameException}. {@code -Djqwik.tries.default=1000000} runs the long form. */
class FrameFuzzTest {
    private static final LongAdder GOOD = new LongAdder();
    private static final LongAdder BAD = new LongAdder();

    private record Change(int place, byte value) {}

    @Property
    void anyInputIsReadOrRefusedAsABadFrame(@ForAll("inputs") byte[] input) throws IOException {
        for (boolean ofParent : new boolean[] {true, false}) {
            try {
                read(input, ofParent);
                GOOD.increment();
            } catch (BadFrameException e) {
                assertThat(e).hasMessageMatching("(?s).+");
                BAD.increment();
            }
        }
    }

    private static void read(byte[] input, boolean ofParent) throws IOException {
        var reader = new FrameReader(new ByteArrayInputStream(input), new LongAdder());
        for (var content = reader.next(); content.isPresent(); content = reader.next()) {
            assertThat(ofParent ? ParentMessageCodec.decode(content.get()) : WorkerReplyCodec.decode(content.get()))
                    .isNotNull();
        }
    }

    @AfterProperty
    void someInputsWereFramesAndSomeWereNot() {
        assertThat(GOOD.sum()).as("inputs that were frames").isPositive();
        assertThat(BAD.sum()).as("inputs that were not").isPositive();
    }

    /** Frames with changed bytes, also in the length; frames that are cut; two in a row; random bytes. */
    @Provide
    Arbitrary<byte[]> inputs() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, changed()),
                Tuple.of(2, Combinators.combine(changed(), changed()).as(FrameFuzzTest::joined)),
                Tuple.of(
                        1,
                        Combinators.combine(changed(), Arbitraries.integers().between(0, 64))
                                .as((frame, length) -> Arrays.copyOf(frame, Math.min(length, frame.length)))),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(64)));
    }

    private static Arbitrary<byte[]> changed() {
        var change = Combinators.combine(Arbitraries.integers().greaterOrEqual(0), Arbitraries.bytes())
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.of(ProtocolSamples.frames()), change.list().ofMaxSize(3))
                .as(FrameFuzzTest::changed);
    }

    private static byte[] changed(byte[] frame, List<Change> changes) {
        byte[] input = frame.clone();
        changes.forEach(change -> input[change.place() % input.length] = change.value());
        return input;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
