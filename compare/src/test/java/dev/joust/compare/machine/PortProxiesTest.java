package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a table of processes that the test wrote. */
final class PortProxiesTest {
    private static final int PORT = 32_768;

    @TempDir
    private Path root;

    @Test
    void aProxyThatNamesThePortIsOurs() {
        var proc = process(7, "docker-proxy", "/usr/bin/docker-proxy", "-host-ip", "127.0.0.1", "-host-port", "32768");
        process(8, "docker-proxy", "/usr/bin/docker-proxy", "-host-ip", "127.0.0.1", "-host-port", "5432");
        process(9, "pasta.avx2", "/usr/bin/pasta", "--config-net", "-t", "127.0.0.1/32768-32768:8080-8080");
        assertThat(PortProxies.of(proc.files(), PORT)).containsExactlyInAnyOrder(7L, 9L);
    }

    @Test
    void aProxyThatListensOnThePortIsOurs() throws IOException {
        var proc = process(7, "rootlessport", "rootlessport");
        process(8, "rootlessport", "rootlessport");
        proc.file(
                "net/tcp",
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                        + socket("0100007F:8000", "0A", 4711)
                        + socket("0100007F:8000", "01", 815)
                        + socket("0100007F:1538", "0A", 816));
        handle(7, "socket:[4711]");
        handle(8, "socket:[815]");
        handle(8, "socket:[816]");
        assertThat(PortProxies.of(proc.files(), PORT)).containsExactly(7L);
    }

    @Test
    void anotherProgramIsForeignWhateverItNames() throws IOException {
        var proc = process(7, "nginx", "nginx", "--port", "32768");
        proc.file("net/tcp", socket("0100007F:8000", "0A", 4711));
        handle(7, "socket:[4711]");
        assertThat(PortProxies.of(proc.files(), PORT)).isEmpty();
    }

    @Test
    void withoutATableThereIsNoProxy() {
        assertThat(PortProxies.of(new ProcFs(root.resolve("nothing")), PORT)).isEmpty();
    }

    private FakeProc process(long pid, String name, String... command) {
        return new FakeProc(root)
                .file(pid + "/comm", name + "\n")
                .file(pid + "/cmdline", String.join("\0", command) + "\0");
    }

    private void handle(long pid, String target) throws IOException {
        var folder = Files.createDirectories(root.resolve(pid + "/fd"));
        Files.createSymbolicLink(folder.resolve(target.replaceAll("[^0-9]", "")), Path.of(target));
    }

    private static String socket(String local, String state, int inode) {
        return String.format(
                Locale.ROOT,
                "   0: %s 00000000:0000 %s 00000000:00000000 00:00000000 00000000  1000        0 %d 1 0\n",
                local,
                state,
                inode);
    }
}
