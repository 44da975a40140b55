package dev.joust.blocking;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A socket that releases the lock around each connect, read and write, as CPython's socket module does. It lies below
 * the buffers of the HTTP client, so the lock is released once per blocking system call, not once per parsed byte.
 *
 * <p>{@link #close} does not touch the lock: the thread that closes the client does not hold it.
 */
final class LockReleasingSocket extends Socket {
    private final RunLock lock;

    LockReleasingSocket(RunLock lock) {
        this.lock = lock;
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        lock.release();
        try {
            super.connect(address, timeoutMillis);
        } finally {
            lock.acquire();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new LockReleasingInputStream(super.getInputStream(), lock);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new LockReleasingOutputStream(super.getOutputStream());
    }

    private final class LockReleasingOutputStream extends FilterOutputStream {
        LockReleasingOutputStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            lock.release();
            try {
                out.write(bytes, offset, count);
            } finally {
                lock.acquire();
            }
        }
    }
}
