package dev.joust.processes;

import dev.joust.trial.Outcome;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The process of a worker that says hello and then breaks the protocol, or ends. */
final class FakeWorker {
    /** What it does instead of a unit, and what the reason of its end contains. */
    enum Trick {
        GARBAGE("a frame of 1214606444 bytes"),
        TOO_LONG("a frame of 1048577 bytes"),
        UNKNOWN_KIND("a reply of unknown kind 99"),
        CUT_SHORT("the stream ended after 2 bytes of a frame of 16"),
        ANSWER_TOO_MANY("it answered a unit that it was not given"),
        SECOND_HELLO("Greeting[] out of turn"),
        UNKNOWN_CLASS("it asked for class of work 99"),
        EXIT("exit status 3"),
        /** Ends before it says hello. */
        NO_START("exit status 4"),
        /** Reads its input and says nothing. */
        NO_HELLO("it did not say hello");

        final String reason;

        Trick(String reason) {
            this.reason = reason;
        }
    }

    private static final String PREFIX = "fake-worker-";

    private FakeWorker() {}

    /** Each process leaves a file in the folder, see {@link #started}. */
    static WorkerCommand command(Trick trick, Path folder) {
        List<String> words = new ArrayList<>(WorkerCommand.of(FakeWorker.class).words());
        words.addAll(List.of(trick.name(), folder.toString()));
        return new WorkerCommand(words);
    }

    /** The process ids of all that were started with this folder. */
    static List<Long> started(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX))
                    .map(name -> Long.valueOf(name.substring(PREFIX.length())))
                    .toList();
        }
    }

    public static void main(String[] args) throws IOException {
        Files.createFile(
                Path.of(args[1]).resolve(PREFIX + ProcessHandle.current().pid()));
        var trick = Trick.valueOf(args[0]);
        System.err.println("I am " + trick);
        if (trick == Trick.NO_START) {
            System.exit(4);
        }
        try (var wire = new FileOutputStream(FileDescriptor.out)) {
            var reader = new FrameReader(new FileInputStream(FileDescriptor.in), new LongAdder());
            if (trick == Trick.NO_HELLO) {
                new FileInputStream(FileDescriptor.in).readAllBytes();
                return;
            }
            reader.next();
            wire.write(WorkerReplyCodec.encode(new WorkerReply.Greeting()));
            if (reader.next().isPresent()) {
                play(trick, wire);
            }
        }
    }

    private static void play(Trick trick, OutputStream wire) throws IOException {
        switch (trick) {
            case GARBAGE -> wire.write("Hello, world, this is no frame".getBytes(StandardCharsets.US_ASCII));
            case TOO_LONG -> wire.write(new byte[] {0, 16, 0, 1, 66, 0});
            case UNKNOWN_KIND -> wire.write(new FrameBuilder((byte) 99).i64(0).frame());
            case CUT_SHORT -> wire.write(new byte[] {0, 0, 0, 16, 66, 0});
            case ANSWER_TOO_MANY -> {
                wire.write(answer());
                wire.write(answer());
                new FileInputStream(FileDescriptor.in).read();
            }
            case SECOND_HELLO -> wire.write(WorkerReplyCodec.encode(new WorkerReply.Greeting()));
            case UNKNOWN_CLASS -> wire.write(WorkerReplyCodec.encode(new WorkerReply.ClassRequest(99)));
            case EXIT, NO_START, NO_HELLO -> System.exit(3);
        }
    }

    private static byte[] answer() {
        return WorkerReplyCodec.encode(new WorkerReply.TaskResult(1, 1, new Outcome.Done(0, 0, 0)));
    }
}
