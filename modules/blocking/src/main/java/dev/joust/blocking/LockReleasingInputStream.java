package dev.joust.blocking;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Releases the lock for each read, and for nothing else. */
final class LockReleasingInputStream extends FilterInputStream {
    private final RunLock lock;

    LockReleasingInputStream(InputStream in, RunLock lock) {
        super(in);
        this.lock = lock;
    }

    @Override
    public int read() throws IOException {
        lock.release();
        try {
            return in.read();
        } finally {
            lock.acquire();
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        lock.release();
        try {
            return in.read(bytes, offset, count);
        } finally {
            lock.acquire();
        }
    }
}
