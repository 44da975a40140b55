package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.plan.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class RuntimeOptionsTest {

    @Test
    void pythonIsShortForTheRuntimeOfThatName() {
        assertThat(given("--python", "/opt/python").byRuntime()).containsEntry("cpython", Path.of("/opt/python"));
        assertThat(given("--runtime", "cpython=/opt/python", "--runtime", "other=x")
                        .byRuntime())
                .containsEntry("cpython", Path.of("/opt/python"))
                .containsEntry("other", Path.of("x"));
    }

    @Test
    void nothingGivenIsNothingChosen() {
        assertThat(given().byRuntime()).isEmpty();
    }

    @Test
    void twoProgramsForOneRuntimeAreAnError() {
        var twice = given("--python", "/a", "--runtime", "cpython=/b");
        assertThatThrownBy(twice::byRuntime)
                .isInstanceOf(UsageException.class)
                .hasMessage("--python /a and --runtime cpython=/b are two");
    }

    private static RuntimeOptions given(String... arguments) {
        var command = new Any();
        new CommandLine(command).parseArgs(arguments);
        return command.executables;
    }

    @Command
    private static final class Any {
        @Mixin
        private final RuntimeOptions executables = new RuntimeOptions();
    }
}
