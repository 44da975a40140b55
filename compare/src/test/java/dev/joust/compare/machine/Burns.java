package dev.joust.compare.machine;

import java.lang.management.ManagementFactory;

/** A process that computes for a fixed CPU time. */
final class Burns {
    static final long NANOS = 400_000_000;

    private Burns() {}

    public static void main(String[] args) {
        var threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < NANOS) {
            Thread.onSpinWait();
        }
    }
}
