package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.fidelity.Fidelity.Faithfulness;
import dev.joust.compare.verdict.Conclusion;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A fault of a JVM, a shell or a kernel never looks like a verdict. */
final class ExitCodeTest {

    @Test
    void noVerdictHasACodeThatAJvmAShellOrAKernelGives() {
        for (var conclusion : Conclusion.values()) {
            assertThat(ExitCode.of(conclusion).number()).isIn(0, 10, 11, 12);
        }
        for (var faithfulness : Faithfulness.values()) {
            assertThat(ExitCode.of(faithfulness).number()).isIn(0, 10, 11);
        }
    }

    @Test
    void aSessionWhoseControlsFailedOrWhoseMachineWasDisturbedCannotBeBelieved() {
        for (var status : List.of(SessionStatus.DISTURBED, SessionStatus.CONTAMINATED, SessionStatus.UNDERPOWERED)) {
            var judgement = new Judgement(status, List.of());
            assertThat(ExitCode.of(judgement.conclusion()).number())
                    .as(status.name())
                    .isEqualTo(12);
        }
    }

    @Test
    void theDocumentationHasTheTableOfTheCodes() throws IOException {
        var page = Files.readString(SourceTree.top().resolve("docs/exit-codes.md"));
        for (var code : Arrays.asList(ExitCode.values())) {
            var number = Integer.toString(code.number());
            var ofSessions = ExitCode.ofSessions().get(number);
            var ofFidelity = ExitCode.ofFidelity().getOrDefault(number, "");
            assertThat(page)
                    .contains(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s |",
                            number,
                            ofSessions,
                            ofSessions.equals(ofFidelity) ? "the same" : ofFidelity));
        }
    }

    @Test
    void theDocumentationHasTheCodesOfVersus() throws IOException {
        var page = Files.readString(SourceTree.top().resolve("docs/exit-codes.md"));
        for (var code : List.of("0", "10", "11", "12")) {
            assertThat(page)
                    .contains(String.format(
                            Locale.ROOT,
                            "| %s | %s |",
                            code,
                            ExitCode.ofVersus().get(code)));
        }
    }
}
