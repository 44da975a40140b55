package dev.joust.blocking;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Each read gives the lock up, and nothing else does. */
final class LockReleasingInputStream extends FilterInputStream {
    private final RunLock gate;

    LockReleasingInputStream(InputStream in, RunLock gate) {
        super(in);
        this.gate = gate;
    }

    @Override
    public int read() throws IOException {
        gate.release();
        try {
            return in.read();
        } finally {
            gate.acquire();
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        gate.release();
        try {
            return in.read(bytes, offset, count);
        } finally {
            gate.acquire();
        }
    }
}
