package dev.joust.blocking;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A listening socket that releases the lock while it waits for a connection. The connections release it around each
 * read and write.
 */
final class LockReleasingServerSocket extends ServerSocket {
    private final RunLock lock;

    /** A socket that is not bound yet. */
    LockReleasingServerSocket(RunLock lock) throws IOException {
        this.lock = lock;
    }

    @Override
    public Socket accept() throws IOException {
        var accepted = new LockReleasingSocket(lock);
        lock.release();
        try {
            implAccept(accepted);
        } finally {
            lock.acquire();
        }
        return accepted;
    }
}
