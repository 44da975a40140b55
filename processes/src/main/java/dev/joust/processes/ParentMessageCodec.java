package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Orders as frames. */
final class ParentMessageCodec {
    private static final byte BEGIN = 1;
    private static final byte DEFINITION = 2;
    private static final byte UNIT = 3;
    private static final byte PART = 4;
    private static final byte MARK = 5;
    private static final byte BODY = 6;
    private static final byte SHARED = 7;

    private ParentMessageCodec() {}

    /**
     * The frame of an order.
     *
     * @throws IllegalArgumentException when it is too long
     */
    static byte[] encode(ParentMessage order) {
        return switch (order) {
            case ParentMessage.Begin begin -> begin(begin);
            case ParentMessage.Mark(Path file) ->
                new FrameBuilder(MARK).text(file.toString()).frame();
            case ParentMessage.Body(ByteBuffer bytes) ->
                new FrameBuilder(BODY).bytes(bytes.duplicate()).frame();
            case ParentMessage.Shared(int segment, int length, String file) ->
                new FrameBuilder(SHARED).i32(segment).i32(length).text(file).frame();
            case ParentMessage.Definition(int id, String name, List<Step> steps) -> {
                var frame = new FrameBuilder(DEFINITION).i32(id).text(name).i32(steps.size());
                steps.forEach(step -> StepCodec.put(step, frame));
                yield frame.frame();
            }
            case ParentMessage.Given(int tag, ParentMessage.Unit(int id, long seed)) ->
                new FrameBuilder(UNIT).i32(tag).i32(id).i64(seed).frame();
            case ParentMessage.Given(int tag, ParentMessage.Part(int id, long seed)) ->
                new FrameBuilder(PART).i32(tag).i32(id).i64(seed).frame();
        };
    }

    static ParentMessage decode(FrameContent content) throws BadFrameException {
        int kind = content.u8();
        return content.end(
                switch (kind) {
                    case BEGIN -> begin(content);
                    case DEFINITION -> new ParentMessage.Definition(content.i32(), content.text(), steps(content));
                    case UNIT ->
                        new ParentMessage.Given(content.i32(), new ParentMessage.Unit(content.i32(), content.i64()));
                    case PART ->
                        new ParentMessage.Given(content.i32(), new ParentMessage.Part(content.i32(), content.i64()));
                    case BODY -> new ParentMessage.Body(content.rest());
                    case SHARED -> new ParentMessage.Shared(content.i32(), content.i32(), content.text());
                    case MARK -> new ParentMessage.Mark(path(content.text()));
                    default -> throw new BadFrameException("an order of unknown kind " + kind);
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
        } catch (IllegalArgumentException e) { // of URI.create
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

    private static List<Step> steps(FrameContent content) throws BadFrameException {
        List<Step> steps = new ArrayList<>();
        for (int left = content.i32(); left > 0; left--) {
            steps.add(StepCodec.take(content));
        }
        return steps;
    }
}
