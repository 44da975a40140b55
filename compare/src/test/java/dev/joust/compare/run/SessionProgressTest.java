package dev.joust.compare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionProgressTest {
    private static final Duration TRIAL = Duration.ofSeconds(2);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Duration now = Duration.ZERO;

    @Test
    void eachTrialIsALineWithItsCountAndTheTimeLeft() {
        var progress = progress(false);
        progress.expect(4, TRIAL);
        end(progress);
        end(progress);
        assertThat(lines())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" 1/4 trials, 1:30 left"),
                        second -> assertThat(second).endsWith(" 2/4 trials, 1:00 left"));
    }

    @Test
    void theTotalGrowsWithRepeatedBlocksAndLaterLooksSoThatTimeIsAlwaysLeft() {
        var progress = progress(false);
        progress.expect(2, TRIAL);
        end(progress);
        progress.expect(2, TRIAL); // a block is repeated
        end(progress);
        end(progress);
        progress.expect(6, TRIAL); // a look leaves something open
        end(progress);
        assertThat(lines())
                .extracting(line -> line.substring(line.lastIndexOf("  ") + 2).strip())
                .containsExactly(
                        "1/2 trials, 0:30 left",
                        "2/4 trials, 1:00 left",
                        "3/4 trials, 0:30 left",
                        "4/10 trials, 3:00 left");
    }

    @Test
    void trialsThatTakeLongerCountForMore() {
        var progress = progress(false);
        progress.expect(1, Duration.ofSeconds(10));
        progress.expect(2, Duration.ofSeconds(1));
        now = now.plusSeconds(30);
        end(progress, Duration.ofSeconds(10));
        assertThat(lines()).singleElement().asString().endsWith(" 1/3 trials, 0:06 left");
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOver() {
        var progress = progress(true);
        progress.expect(2, TRIAL);
        progress.trialBegins("race/loop", 1, 6);
        end(progress);
        progress.trialBegins("race/threads", 1, 6);
        progress.note("a note stays");
        progress.clear();
        assertThat(lines())
                .containsExactly(
                        "\r\u001b[K block 1/6  race/loop  0/2 trials, ?:?? left"
                                + "\r\u001b[K block 1/6  race/threads  1/2 trials, 0:30 left"
                                + "\r\u001b[Ka note stays",
                        "\r\u001b[K");
    }

    private void end(SessionProgress progress) {
        now = now.plusSeconds(30);
        end(progress, TRIAL);
    }

    private void end(SessionProgress progress, Duration each) {
        progress.trialEnds("race/loop", 1, 6, "0.5 s", each);
    }

    private SessionProgress progress(boolean terminal) {
        return new SessionProgress(new PrintStream(out, true, StandardCharsets.UTF_8), terminal, () -> now.toNanos());
    }

    private List<String> lines() {
        return List.of(out.toString(StandardCharsets.UTF_8).split(System.lineSeparator()));
    }
}
