package dev.joust.processes;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The process of a real worker, with one fault in a stream of it. */
class FaultyProcess extends Process {
    static final Error ERROR = new InternalError("injected by a test");

    private static final int UNIT_BYTES = 21;
    private static final int TAG_OFFSET = 5;

    private final Process process;
    private final InputStream output;
    private final OutputStream input;

    private FaultyProcess(Process process, InputStream output, OutputStream input) {
        this.process = process;
        this.output = output;
        this.input = input;
    }

    /** Passes the first reply, which says that the worker has started, and throws at the second. */
    static Process whoseAnswersCannotBeRead(Process process) {
        return new FaultyProcess(
                process,
                new FilterInputStream(process.getInputStream()) {
                    private boolean passed;

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        int n = super.read(into, offset, length);
                        if (passed) {
                            throw ERROR;
                        }
                        passed = true;
                        return n;
                    }
                },
                process.getOutputStream());
    }

    /** Throws when its error stream is asked for, as when no thread can be started to read it. */
    static Process whoseErrorStreamFails(Process process) {
        return new FaultyProcess(process, process.getInputStream(), process.getOutputStream()) {
            @Override
            public InputStream getErrorStream() {
                throw ERROR;
            }
        };
    }

    /** As when two threads submit at once, and the second writes first. */
    static Process thatSwapsItsThirdAndFourthUnit(Process process) {
        return new FaultyProcess(process, process.getInputStream(), new FilterOutputStream(process.getOutputStream()) {
            private byte[] third = {};

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                var bytes = ByteBuffer.wrap(from, offset, length);
                if (length == UNIT_BYTES && bytes.getInt(offset + TAG_OFFSET) == 3) {
                    third = Arrays.copyOfRange(from, offset, offset + length);
                    return;
                }
                out.write(from, offset, length);
                out.write(third);
                third = new byte[0];
            }
        });
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public OutputStream getOutputStream() {
        return input;
    }

    @Override
    public InputStream getErrorStream() {
        return process.getErrorStream();
    }

    @Override
    public ProcessHandle toHandle() {
        return process.toHandle();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        return process.waitFor(timeout, unit);
    }

    @Override
    public int exitValue() {
        return process.exitValue();
    }

    @Override
    public void destroy() {
        process.destroy();
    }
}
