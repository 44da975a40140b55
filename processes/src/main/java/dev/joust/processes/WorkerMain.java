package dev.joust.processes;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/**
 * A worker's process. It ends when its standard input does, and, in the midst of a computation that does not read, when its parent's process
 * is no more, whatever that died of.
 */
public final class WorkerMain {
    /** As in sysexits.h: EX_SOFTWARE and EX_PROTOCOL. */
    private static final int BROKEN = 70;

    private static final int NOT_UNDERSTOOD = 76;
    private static final long LOOKS_FOR_PARENT_MILLIS = 500;

    private WorkerMain() {}

    /** Takes no arguments: everything comes with the first order. */
    public static void main(String[] args) {
        var wire = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // a stray print must not get between the frames
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> halt(BROKEN, e.toString()));
        var loop = new WorkerLoop(
                new FrameReader(new FileInputStream(FileDescriptor.in), new LongAdder()),
                new FrameWriter(wire, new LongAdder()));
        try {
            var begin = loop.begin();
            if (begin.isPresent()) {
                Thread.ofPlatform()
                        .name("parent")
                        .daemon()
                        .start(() -> watch(begin.get().parent()));
                for (int i = 1; i < begin.get().setup().slots(); i++) {
                    Thread.ofPlatform().name("units-" + i).start(() -> run(loop));
                }
                Thread.currentThread().setName("units");
                run(loop);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            halt(NOT_UNDERSTOOD, e.toString());
        }
    }

    private static void run(WorkerLoop loop) {
        try {
            loop.run();
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            halt(NOT_UNDERSTOOD, e.toString());
        }
    }

    /** Orphans are given to another process, so that who is the parent tells whether the parent lives. */
    private static void watch(long parent) {
        var me = ProcessHandle.current();
        try {
            while (me.parent().filter(p -> p.pid() == parent).isPresent()) {
                Thread.sleep(LOOKS_FOR_PARENT_MILLIS);
            }
        } catch (InterruptedException e) {
            halt(BROKEN, e.toString());
        }
        Runtime.getRuntime().halt(0);
    }

    private static void halt(int status, String reason) {
        System.err.println(reason);
        Runtime.getRuntime().halt(status);
    }
}
