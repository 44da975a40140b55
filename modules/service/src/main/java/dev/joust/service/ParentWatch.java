package dev.joust.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Notices that the parent is gone: the operating system closes the parent's end of the pipe however it died, also by SIGKILL, which no
 * handler in the parent could report.
 */
final class ParentWatch {
    private final InputStream parent;
    private final Runnable gone;

    ParentWatch(InputStream parent, Runnable gone) {
        this.parent = parent;
        this.gone = gone;
    }

    void start() {
        Thread.ofPlatform().daemon().name("parent-watch").start(this::watch);
    }

    private void watch() {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            System.err.println("joust-service: standard input broke, taken as its end: " + broken.getMessage());
        }
        gone.run();
    }
}
