package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.service.ServiceStatsClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine.Command;

/** A fault of Joust itself is one line, code 70, and a file with the stack. */
@Isolated("it replaces the folder of temporary files")
final class FaultTest {
    private final String temporary = System.getProperty("java.io.tmpdir");

    @TempDir
    private Path folder;

    /** A command that throws. */
    @Command(name = "fail")
    private record Failing(Throwable fault) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            switch (fault) {
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(fault);
            }
        }
    }

    @BeforeEach
    void useAFolder() {
        System.setProperty("java.io.tmpdir", folder.toString());
    }

    @AfterEach
    void restore() {
        System.setProperty("java.io.tmpdir", temporary);
    }

    @Test
    void anErrorIsOneLineThatNamesTheFileWithItsStack() throws IOException {
        for (var fault : List.of(
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new VerifyError("Bad type\non the stack"),
                new UnsatisfiedLinkError("libjnidispatch.so: failed to map"),
                new ExceptionInInitializerError(new IOException("inner")),
                new IOException("No space left on device"),
                new IllegalStateException("two\r\nlines"))) {
            var line = failWith(fault);
            assertThat(line)
                    .startsWith("joust: internal error: " + fault.getClass().getName());
            var file = Path.of(line.substring(line.lastIndexOf(' ') + 1));
            assertThat(file).hasParent(folder);
            assertThat(Files.readString(file))
                    .contains(fault.getClass().getName())
                    .contains("\tat " + FaultTest.class.getName());
        }
    }

    @Test
    void aStackThatCannotBeWrittenIsSaidOnTheSameLine() {
        System.setProperty("java.io.tmpdir", folder.resolve("gone").toString());
        assertThat(failWith(new StackOverflowError()))
                .startsWith("joust: internal error: java.lang.StackOverflowError; its stack cannot be written into "
                        + folder.resolve("gone"));
    }

    @Test
    void aServiceThatOthersUseIsOneLineAndNoFaultOfJoust() throws IOException {
        try (var service = new DistantService(Duration.ZERO)) {
            service.hold("another session holds this service for 9 s more");
            var fault = catchThrowable(() -> new ServiceStatsClient(service.address()).reset());
            assertThat(failWith(fault, ExitCode.NOT_BELIEVED))
                    .isEqualTo("joust: somebody else uses the service at " + service.address()
                            + ": another session holds this service for 9 s more");
        }
    }

    private static String failWith(Throwable fault) {
        return failWith(fault, ExitCode.INTERNAL);
    }

    /** Runs a command that throws; returns the only line that it prints. */
    private static String failWith(Throwable fault, ExitCode expected) {
        var said = new StringWriter();
        var joust = Joust.commandLine().addSubcommand(new Failing(fault)).setErr(new PrintWriter(said, true));
        assertThat(Joust.run(joust, "fail")).isEqualTo(expected.number());
        assertThat(said.toString().lines()).hasSize(1);
        return said.toString().strip();
    }
}
