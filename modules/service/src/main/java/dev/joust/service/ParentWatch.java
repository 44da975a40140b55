package dev.joust.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Notices the end of the parent process by the end of standard input. The operating system closes the parent's end of
 * the pipe however the parent dies, also after SIGKILL.
 */
final class ParentWatch {
    private final InputStream parent;
    private final Runnable onEnd;

    ParentWatch(InputStream parent, Runnable onEnd) {
        this.parent = parent;
        this.onEnd = onEnd;
    }

    void start() {
        Thread.ofPlatform().daemon().name("parent-watch").start(this::watch);
    }

    private void watch() {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            System.err.println("joust-service: standard input failed, treated as its end: " + broken.getMessage());
        }
        onEnd.run();
    }
}
