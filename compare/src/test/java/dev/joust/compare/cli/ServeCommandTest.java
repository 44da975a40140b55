package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleSession;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.session.SessionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve --wait} says of a session that is running. */
final class ServeCommandTest {
    @TempDir
    private Path temporary;

    @Test
    void aFolderWithoutASessionIsOneThatBegins() {
        var page = ServeCommand.page(temporary.resolve("none"));
        assertThat(page.heading()).isEqualTo("the session begins");
        assertThat(page.state()).isEqualTo("the machine is measured first, without a trial");
    }

    @Test
    void theCountGrowsWithEachWholeLine() throws IOException {
        var lab = SampleSession.lab();
        var results = results(lab);
        var running = temporary.resolve("running");
        SessionFolder.create(running).writeSession(lab.session());
        assertThat(ServeCommand.page(running).heading()).isEqualTo("session made-up is running");
        assertThat(ServeCommand.page(running).state()).isEqualTo("0 trials done, of at least 132");

        append(running, results[0] + "\n" + results[1] + "\n");
        assertThat(ServeCommand.page(running).state())
                .isEqualTo("2 trials done, of at least 132; the last: cpu-bound/vertx-loop block 2");

        append(running, results[2].substring(0, 100));
        assertThat(ServeCommand.page(running).state()).startsWith("2 trials done");
    }

    @Test
    void aStrangersLineIsNoFault() throws IOException {
        var running = temporary.resolve("running");
        SessionFolder.create(running).writeSession(SampleSession.lab().session());
        append(running, "{\"format\": 99}\n");
        assertThat(ServeCommand.page(running).heading()).isEqualTo("the session begins");
    }

    private String[] results(SessionFixture lab) throws IOException {
        var whole = temporary.resolve("whole");
        lab.save(whole);
        return Files.readString(whole.resolve("results.jsonl")).split("\n");
    }

    private static void append(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("results.jsonl"), text, StandardOpenOption.APPEND);
    }
}
