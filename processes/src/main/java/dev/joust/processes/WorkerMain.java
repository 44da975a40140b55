package dev.joust.processes;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/**
 * The process of a worker. It ends when its standard input ends. A worker that computes does not read, so it also
 * checks that its parent lives, and ends with it, however the parent ended.
 */
public final class WorkerMain {
    /** EX_SOFTWARE of sysexits.h. */
    private static final int INTERNAL_ERROR = 70;

    /** EX_PROTOCOL of sysexits.h. */
    private static final int PROTOCOL_ERROR = 76;

    private static final long PARENT_CHECK_MILLIS = 500;

    private WorkerMain() {}

    /** Takes no arguments: the first message has everything. */
    public static void main(String[] args) {
        var wire = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // a stray print must not get between the frames
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> halt(INTERNAL_ERROR, e.toString()));
        var loop = new WorkerLoop(
                new FrameReader(new FileInputStream(FileDescriptor.in), new LongAdder()),
                new FrameWriter(wire, new LongAdder()));
        try {
            var begin = loop.begin();
            if (begin.isPresent()) {
                Thread.ofPlatform()
                        .name("parent")
                        .daemon()
                        .start(() -> endWith(begin.get().parent()));
                for (int i = 1; i < begin.get().setup().slots(); i++) {
                    Thread.ofPlatform().name("units-" + i).start(() -> run(loop));
                }
                Thread.currentThread().setName("units");
                run(loop);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            halt(PROTOCOL_ERROR, e.toString());
        }
    }

    private static void run(WorkerLoop loop) {
        try {
            loop.run();
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            halt(PROTOCOL_ERROR, e.toString());
        }
    }

    /** An orphan gets another parent. So the parent lives as long as it is still this process's parent. */
    private static void endWith(long parent) {
        var me = ProcessHandle.current();
        try {
            while (me.parent().filter(p -> p.pid() == parent).isPresent()) {
                Thread.sleep(PARENT_CHECK_MILLIS);
            }
        } catch (InterruptedException e) {
            halt(INTERNAL_ERROR, e.toString());
        }
        Runtime.getRuntime().halt(0);
    }

    private static void halt(int status, String reason) {
        System.err.println(reason);
        Runtime.getRuntime().halt(status);
    }
}
