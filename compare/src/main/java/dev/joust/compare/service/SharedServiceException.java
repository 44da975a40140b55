package dev.joust.compare.service;

import java.io.IOException;

/** Somebody else uses the service, so its counts and its speed are not those of this session. One line says who. */
public final class SharedServiceException extends IOException {
    private static final long serialVersionUID = 1L;

    SharedServiceException(String message) {
        super(message);
    }
}
