package dev.joust.processes;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns messages of the parent into frames and back. */
final class ParentMessageCodec {
    private static final byte BEGIN = 1;
    private static final byte WORK_CLASS = 2;
    private static final byte UNIT_TASK = 3;
    private static final byte STEP_TASK = 4;
    private static final byte USE_MARKER = 5;
    private static final byte INLINE_PAYLOADS = 6;
    private static final byte SHARED_PAYLOADS = 7;
    private static final byte WARM_KERNELS = 8;
    private static final byte TELL_TIMES = 9;

    private ParentMessageCodec() {}

    /**
     * The frame of a message.
     *
     * @throws IllegalArgumentException when it is too long
     */
    static byte[] encode(ParentMessage message) {
        return switch (message) {
            case ParentMessage.Begin begin -> begin(begin);
            case ParentMessage.UseMarker(Path file) ->
                new FrameBuilder(USE_MARKER).text(file.toString()).frame();
            case ParentMessage.WarmKernels(List<Kernel> kernels, Duration limit) -> {
                var frame =
                        StepCodec.time(limit, new FrameBuilder(WARM_KERNELS)).i32(kernels.size());
                kernels.forEach(kernel -> frame.u8(kernel.ordinal()));
                yield frame.frame();
            }
            case ParentMessage.TellTimes() -> new FrameBuilder(TELL_TIMES).frame();
            case ParentMessage.InlinePayloads(ByteBuffer bytes) ->
                new FrameBuilder(INLINE_PAYLOADS).bytes(bytes.duplicate()).frame();
            case ParentMessage.SharedPayloads(int segment, int length, String file) ->
                new FrameBuilder(SHARED_PAYLOADS)
                        .i32(segment)
                        .i32(length)
                        .text(file)
                        .frame();
            case ParentMessage.WorkDefinition(int id, String name, List<Step> steps) -> {
                var frame = new FrameBuilder(WORK_CLASS).i32(id).text(name).i32(steps.size());
                steps.forEach(step -> StepCodec.put(step, frame));
                yield frame.frame();
            }
            case ParentMessage.RunTask(int tag, ParentMessage.UnitTask(int id, long seed)) ->
                new FrameBuilder(UNIT_TASK).i32(tag).i32(id).i64(seed).frame();
            case ParentMessage.RunTask(int tag, ParentMessage.StepTask(int id, long seed)) ->
                new FrameBuilder(STEP_TASK).i32(tag).i32(id).i64(seed).frame();
        };
    }

    static ParentMessage decode(FrameContent content) throws BadFrameException {
        int kind = content.u8();
        return content.requireEnd(
                switch (kind) {
                    case BEGIN -> begin(content);
                    case WORK_CLASS -> new ParentMessage.WorkDefinition(content.i32(), content.text(), steps(content));
                    case UNIT_TASK ->
                        new ParentMessage.RunTask(
                                content.i32(), new ParentMessage.UnitTask(content.i32(), content.i64()));
                    case STEP_TASK ->
                        new ParentMessage.RunTask(
                                content.i32(), new ParentMessage.StepTask(content.i32(), content.i64()));
                    case WARM_KERNELS -> warmKernels(content);
                    case TELL_TIMES -> new ParentMessage.TellTimes();
                    case INLINE_PAYLOADS -> new ParentMessage.InlinePayloads(content.rest());
                    case SHARED_PAYLOADS ->
                        new ParentMessage.SharedPayloads(content.i32(), content.i32(), content.text());
                    case USE_MARKER -> new ParentMessage.UseMarker(path(content.text()));
                    default -> throw new BadFrameException("a message of unknown kind " + kind);
                });
    }

    private static byte[] begin(ParentMessage.Begin begin) {
        var setup = begin.setup();
        var rates = new TreeMap<>(setup.body().calibration().unitsPerMilli());
        var frame = new FrameBuilder(BEGIN)
                .i64(begin.parent())
                .i64(begin.spinNanos())
                .text(setup.service().toString())
                .i32(setup.cores())
                .i32(setup.slots())
                .text(setup.body().scratch().toString())
                .i32(rates.size());
        rates.forEach((kernel, rate) -> frame.text(kernel).f64(rate));
        return frame.frame();
    }

    private static ParentMessage begin(FrameContent content) throws BadFrameException {
        long parent = content.i64();
        long spinNanos = content.i64();
        var service = content.text();
        int cores = content.i32();
        int slots = content.i32();
        var scratch = content.text();
        Map<String, Double> rates = new TreeMap<>();
        for (int left = content.i32(); left > 0; left--) {
            rates.put(content.text(), content.f64());
        }
        try {
            var body = new TaskBody(new Calibration(rates), path(scratch));
            return new ParentMessage.Begin(
                    parent, spinNanos, new Setup(URI.create(service), cores, slots, body, Map.of()));
        } catch (IllegalArgumentException e) { // from URI.create
            throw new BadFrameException(e.getMessage());
        }
    }

    private static Path path(String text) throws BadFrameException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadFrameException(e.getMessage());
        }
    }

    private static ParentMessage warmKernels(FrameContent content) throws BadFrameException {
        var limit = StepCodec.time(content);
        List<Kernel> kernels = new ArrayList<>();
        for (int left = content.i32(); left > 0; left--) {
            kernels.add(StepCodec.kernel(content));
        }
        return new ParentMessage.WarmKernels(kernels, limit);
    }

    private static List<Step> steps(FrameContent content) throws BadFrameException {
        List<Step> steps = new ArrayList<>();
        for (int left = content.i32(); left > 0; left--) {
            steps.add(StepCodec.take(content));
        }
        return steps;
    }
}
