package dev.joust.processes;

import java.io.IOException;

/** The bytes that came are no frame of this protocol. Nothing that follows them can be trusted. */
final class BadFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    BadFrameException(String message) {
        super(message);
    }
}
