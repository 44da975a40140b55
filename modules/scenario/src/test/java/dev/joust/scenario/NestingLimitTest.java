package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(2)
final class NestingLimitTest {
    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void aDeepFileIsOneLine(String level) {
        assertThatThrownBy(() -> reader.parse("x.yaml", "\nscenario:\n  " + level.repeat(20_000)))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage("x.yaml:3: lists and mappings nest more than 50 levels deep");
    }

    @Test
    void levelsThatHaveEndedDoNotCount() {
        assertThatCode(() -> reader.parse("x.yaml", Faults.GOOD + "# []\n")).doesNotThrowAnyException();
        assertThatThrownBy(() -> reader.parse("x.yaml", "scenario: [" + "[], ".repeat(100) + "a]"))
                .hasMessageNotContaining("levels deep");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadToItsEnd() {
        assertThatThrownBy(() -> reader.read(Path.of("/dev/zero")))
                .isInstanceOf(BadScenarioException.class)
                .hasMessage("/dev/zero:1: a scenario file has at most 1048576 bytes, this one has more");
    }

    @Test
    void aComplaintHasNoControlCharactersOfTheFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("x.yaml"), "scenario: \"a\\e[2J\\nb\"\nquestion: q\n");
        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(BadScenarioException.class)
                .message()
                .doesNotContainPattern("\\p{Cntrl}");
    }
}
