package dev.joust.blocking;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A socket that gives the lock up in each connect, read and write, as CPython's socket module does. It lies below the buffers of the
 * HTTP client, so that the lock is given up once for each system call that may block and not for each byte that a parser asks for.
 *
 * <p>{@link #close} leaves the lock alone: the thread that closes the client holds none.
 */
final class LockReleasingSocket extends Socket {
    private final RunLock gate;

    LockReleasingSocket(RunLock gate) {
        this.gate = gate;
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        gate.release();
        try {
            super.connect(address, timeoutMillis);
        } finally {
            gate.acquire();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new LockReleasingInputStream(super.getInputStream(), gate);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new GatedOutputStream(super.getOutputStream());
    }

    private final class GatedOutputStream extends FilterOutputStream {
        GatedOutputStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            gate.release();
            try {
                out.write(bytes, offset, count);
            } finally {
                gate.acquire();
            }
        }
    }
}
