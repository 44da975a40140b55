package dev.joust.processes;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * A worker's process. One thread reads and does nothing else, so that the end of standard input, which is how the parent's death shows
 * whatever it died of, ends this process in the midst of a computation; another does the units.
 */
public final class WorkerMain {
    /** As in sysexits.h: EX_SOFTWARE and EX_PROTOCOL. */
    private static final int BROKEN = 70;

    private static final int NOT_UNDERSTOOD = 76;

    private WorkerMain() {}

    /** Takes no arguments: everything comes with the first order. */
    public static void main(String[] args) {
        var wire = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err); // a stray print must not get between the frames
        BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
        var loop = new WorkerLoop(orders, new FrameWriter(wire, new LongAdder()));
        Thread.ofPlatform()
                .name("units")
                .uncaughtExceptionHandler((thread, e) -> halt(BROKEN, e.toString()))
                .start(() -> run(loop));
        read(orders);
    }

    private static void read(BlockingQueue<Order> orders) {
        var reader = new FrameReader(new BufferedInputStream(new FileInputStream(FileDescriptor.in)), new LongAdder());
        try {
            for (var content = reader.next(); content.isPresent(); content = reader.next()) {
                orders.add(OrderCodec.decode(content.get()));
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            halt(NOT_UNDERSTOOD, e.toString());
        }
    }

    private static void run(WorkerLoop loop) {
        try {
            loop.run();
        } catch (IOException e) {
            halt(NOT_UNDERSTOOD, e.toString());
        } catch (InterruptedException e) {
            halt(BROKEN, e.toString());
        }
    }

    private static void halt(int status, String reason) {
        System.err.println(reason);
        Runtime.getRuntime().halt(status);
    }
}
