package dev.joust.processes;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Samples of every kind of message, with the extreme values of every field. */
final class ProtocolSamples {
    static final List<Step> STEPS = List.of(
            new Step.Compute(Kernel.MIX, Duration.ofMillis(50)),
            new Step.Compute(Kernel.SIEVE, Duration.ofNanos(1)),
            new Step.Native(Kernel.PBKDF2, Duration.ofSeconds(60)),
            new Step.Call(Duration.ZERO, 0),
            new Step.Call(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), Integer.MAX_VALUE),
            new Step.Stream(Long.MAX_VALUE),
            new Step.FileRead(1L << 30),
            new Step.Sleep(Duration.ofMillis(400)),
            new Step.Spin(Duration.ofMillis(30)),
            new Step.Monitor(Duration.ofNanos(20_000)),
            new Step.Payload(1 << 20));

    private ProtocolSamples() {}

    static Setup setup(URI service, int slots, Path scratch) {
        return setup(service, slots, scratch, Map.of());
    }

    static Setup setup(URI service, int slots, Path scratch, Map<String, String> options) {
        var calibration = new Calibration(Map.of("mix", 1_000.0, "sieve", 1.5, "pbkdf2", 10.0, "objects", 1.0));
        return new Setup(service, 2, slots, new TaskBody(calibration, scratch), options);
    }

    static Stream<ParentMessage> messages() {
        return Stream.of(
                new ParentMessage.Begin(
                        4711, 50_000, setup(URI.create("http://127.0.0.1:8080/base"), 1, Path.of("/tmp/scratch ü"))),
                new ParentMessage.WorkDefinition(0, "", List.of()),
                new ParentMessage.WorkDefinition(Integer.MAX_VALUE, "Größe 名前 \uD83D\uDC0E", STEPS),
                new ParentMessage.WarmKernels(List.of(), Duration.ZERO),
                new ParentMessage.WarmKernels(
                        List.of(Kernel.values()), Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                new ParentMessage.TellTimes(),
                new ParentMessage.UseMarker(Path.of("/tmp/mark ü")),
                new ParentMessage.InlinePayloads(ByteBuffer.wrap(new byte[] {1, 2, 3})),
                new ParentMessage.InlinePayloads(ByteBuffer.allocate(0)),
                new ParentMessage.SharedPayloads(0, Integer.MAX_VALUE, "/dev/shm/ü"),
                new ParentMessage.SharedPayloads(3, 0, ""),
                new ParentMessage.RunTask(1, new ParentMessage.UnitTask(0, 0)),
                new ParentMessage.RunTask(Integer.MIN_VALUE, new ParentMessage.UnitTask(7, Long.MIN_VALUE)),
                new ParentMessage.RunTask(Integer.MAX_VALUE, new ParentMessage.StepTask(8, Long.MAX_VALUE)));
    }

    static Stream<WorkerReply> replies() {
        return Stream.of(
                new WorkerReply.Greeting(),
                new WorkerReply.ClassRequest(3),
                new WorkerReply.KernelsWarmed(Integer.MAX_VALUE),
                new WorkerReply.Times(Map.of()),
                new WorkerReply.Times(Map.of("", Double.MAX_VALUE, "ü", -0.0)),
                new WorkerReply.TaskResult(1, 0, new Outcome.Done(-1, 0, 0)),
                new WorkerReply.TaskResult(
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        new Outcome.Done(Long.MIN_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE)),
                new WorkerReply.TaskResult(-1, 1, new Outcome.Failed("GET /call: 500 Interner Fehler — ü")));
    }

    /** All samples as frames. */
    static List<byte[]> frames() {
        return Stream.concat(
                        messages().map(ParentMessageCodec::encode), replies().map(WorkerReplyCodec::encode))
                .toList();
    }
}
