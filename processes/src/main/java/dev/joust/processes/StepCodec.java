package dev.joust.processes;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import java.time.Duration;
import java.util.Locale;

/** Steps within the frame of a class of work. */
final class StepCodec {
    private static final int COMPUTE = 1;
    private static final int NATIVE = 2;
    private static final int CALL = 3;
    private static final int STREAM = 4;
    private static final int FILE = 5;
    private static final int SLEEP = 6;
    private static final int SPIN = 7;
    private static final int PAYLOAD = 8;
    private static final int MONITOR = 9;
    private static final Kernel[] KERNELS = Kernel.values();

    private StepCodec() {}

    static void put(Step step, FrameBuilder frame) {
        switch (step) {
            case Step.Compute(Kernel kernel, Duration cpu) ->
                time(cpu, frame.u8(COMPUTE).u8(kernel.ordinal()));
            case Step.Native(Kernel kernel, Duration cpu) ->
                time(cpu, frame.u8(NATIVE).u8(kernel.ordinal()));
            case Step.Monitor(Duration hold) -> time(hold, frame.u8(MONITOR));
            case Step.Call(Duration delay, int bytes) ->
                time(delay, frame.u8(CALL)).i32(bytes);
            case Step.Stream(long bytes) -> frame.u8(STREAM).i64(bytes);
            case Step.FileRead(long bytes) -> frame.u8(FILE).i64(bytes);
            case Step.Sleep(Duration time) -> time(time, frame.u8(SLEEP));
            case Step.Payload(int bytes) -> frame.u8(PAYLOAD).i32(bytes);
            case Step.Spin(Duration time) -> time(time, frame.u8(SPIN));
        }
    }

    static Step take(FrameContent content) throws BadFrameException {
        int kind = content.u8();
        return switch (kind) {
            case COMPUTE -> new Step.Compute(kernel(content), time(content));
            case NATIVE -> new Step.Native(kernel(content), time(content));
            case CALL -> new Step.Call(time(content), content.i32());
            case STREAM -> new Step.Stream(content.i64());
            case FILE -> new Step.FileRead(content.i64());
            case SLEEP -> new Step.Sleep(time(content));
            case PAYLOAD -> new Step.Payload(content.i32());
            case MONITOR -> new Step.Monitor(time(content));
            case SPIN -> new Step.Spin(time(content));
            default -> throw new BadFrameException("a step of unknown kind " + kind);
        };
    }

    static FrameBuilder time(Duration time, FrameBuilder frame) {
        return frame.i64(time.getSeconds()).i32(time.getNano());
    }

    static Duration time(FrameContent content) throws BadFrameException {
        long seconds = content.i64();
        int nanos = content.i32();
        if (nanos < 0 || nanos > 999_999_999) {
            throw new BadFrameException(String.format(Locale.ROOT, "a time with %d ns in its second", nanos));
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    static Kernel kernel(FrameContent content) throws BadFrameException {
        int ordinal = content.u8();
        if (ordinal >= KERNELS.length) {
            throw new BadFrameException("an unknown kernel " + ordinal);
        }
        return KERNELS[ordinal];
    }
}
