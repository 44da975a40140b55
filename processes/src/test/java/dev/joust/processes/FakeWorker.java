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

/** A worker's process that says hello and means ill. */
final class FakeWorker {
    /** What it does instead of a unit, and how its end is told. */
    enum Trick {
        GARBAGE("a frame of 1214606444 bytes"),
        TOO_LONG("a frame of 1048577 bytes"),
        UNKNOWN_KIND("a reply of unknown kind 99"),
        CUT_SHORT("the stream ended after 2 bytes of a frame of 16"),
        ANSWER_TOO_MANY("it answered a unit that it was not given"),
        SECOND_HELLO("Hello[] out of turn"),
        UNKNOWN_CLASS("it asked for class of work 99"),
        EXIT("exit status 3"),
        /** Before its hello. */
        NO_START("exit status 4");

        final String told;

        Trick(String told) {
            this.told = told;
        }
    }

    private static final String PREFIX = "impostor-";

    private FakeWorker() {}

    /** Leaves a file in that folder for each of them that was ever started, see {@link #started}. */
    static WorkerCommand command(Trick trick, Path folder) {
        List<String> words = new ArrayList<>(WorkerCommand.of(FakeWorker.class).words());
        words.addAll(List.of(trick.name(), folder.toString()));
        return new WorkerCommand(words);
    }

    /** The process ids of those that were ever started in that folder. */
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
            reader.next();
            wire.write(WorkerReplyCodec.encode(new WorkerReply.Hello()));
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
            case SECOND_HELLO -> wire.write(WorkerReplyCodec.encode(new WorkerReply.Hello()));
            case UNKNOWN_CLASS -> wire.write(WorkerReplyCodec.encode(new WorkerReply.Ask(99)));
            case EXIT, NO_START -> System.exit(3);
        }
    }

    private static byte[] answer() {
        return WorkerReplyCodec.encode(new WorkerReply.Answer(1, 1, new Outcome.Done(0, 0, 0)));
    }
}
