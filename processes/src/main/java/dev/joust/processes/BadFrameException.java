package dev.joust.processes;

import java.io.IOException;

/** What came over the wire is no frame of ours; nothing that follows it can be trusted. */
final class BadFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    BadFrameException(String message) {
        super(message);
    }
}
