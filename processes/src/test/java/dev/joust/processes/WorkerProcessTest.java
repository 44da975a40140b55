package dev.joust.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerProcessTest {

    @Test
    void aPipeThatTheJdkClosesUnderTheReaderIsAnEndAndNoBadFrame() throws Exception {
        var worker = new WorkerProcess(new KilledProcess(), new Traffic(), "worker");
        assertThat(worker.reply()).isEmpty();
        assertThat(worker.end(Optional.empty())).isEqualTo("worker 4711 ended: exit status 137 (signal 9)");
    }

    @Test
    void theErrorLogOfAWorkerThatIsKilledIsReadToItsEnd() throws Exception {
        for (int i = 0; i < 20; i++) {
            var talker = new ProcessBuilder(
                            "sh", "-c", "head -c 60000 /dev/zero >&2; echo the end >&2; echo; exec sleep 60")
                    .start();
            var worker = new WorkerProcess(talker, new Traffic(), "worker");
            assertThat(talker.getInputStream().read()).isEqualTo('\n');
            worker.kill();
            assertThat(worker.end(Optional.empty())).endsWith("the end");
        }
    }

    /** A process that was killed, at the moment when the JDK closes its pipes. */
    private static final class KilledProcess extends Process {
        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("Stream closed");
                }
            };
        }

        @Override
        public long pid() {
            return 4711;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return exitValue();
        }

        @Override
        public int exitValue() {
            return 137;
        }

        @Override
        public void destroy() {}
    }
}
