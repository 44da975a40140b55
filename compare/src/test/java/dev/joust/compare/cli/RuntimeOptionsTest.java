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
    void pythonIsShortForTheRuntimeCPython() {
        assertThat(given("--python", "/opt/python").executables()).containsEntry("cpython", Path.of("/opt/python"));
        assertThat(given("--runtime", "cpython=/opt/python", "--runtime", "other=x")
                        .executables())
                .containsEntry("cpython", Path.of("/opt/python"))
                .containsEntry("other", Path.of("x"));
    }

    @Test
    void withoutOptionsNoProgramIsNamed() {
        assertThat(given().executables()).isEmpty();
    }

    @Test
    void twoProgramsForOneRuntimeAreAnError() {
        var twice = given("--python", "/a", "--runtime", "cpython=/b");
        assertThatThrownBy(twice::executables)
                .isInstanceOf(UsageException.class)
                .hasMessage("--python /a and --runtime cpython=/b name two programs");
    }

    private static RuntimeOptions given(String... arguments) {
        var command = new AnyCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.runtimes;
    }

    @Command
    private static final class AnyCommand {
        @Mixin
        private final RuntimeOptions runtimes = new RuntimeOptions();
    }
}
