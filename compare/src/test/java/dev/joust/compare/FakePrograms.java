package dev.joust.compare;

import dev.joust.compare.plan.JvmCommand;
import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.TrialMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * Writes programs of {@link FakeRuntime}: one that follows the trial protocol, and others that break it.
 *
 * @param folder of the programs
 */
public record FakePrograms(Path folder) {
    /** Answers a calibration, or reads the message that starts a trial. */
    private static final String CALIBRATES = """
            read -r order
            case "$order" in
            *calibrate*) echo '{"type":"calibration","calibration":{"unitsPerMilli":{"mix":1000.0}}}'; exit 0 ;;
            esac
            """;

    /** A JVM without a compiler, which stands for another language. */
    Path good() throws IOException {
        var services = Files.createDirectories(folder.resolve("fake/META-INF/services"));
        Files.writeString(services.resolve(ConcurrencyModel.class.getName()), FakeModel.class.getName());
        return program(
                "good",
                String.format(
                        Locale.ROOT,
                        "exec '%s' -Xint -cp '%s:%s' %s",
                        JvmCommand.java(),
                        folder.resolve("fake"),
                        System.getProperty("java.class.path"),
                        TrialMain.class.getName()));
    }

    /** Answers a calibration, and is killed in the middle of each trial. */
    public Path killed() throws IOException {
        return program("killed", CALIBRATES + """
                echo '{"type":"hello","runtime":"Fake 1.0","pid":1}'
                echo '{"type":"window","start":true}'
                kill -9 $$
                """);
    }

    /** Answers a calibration, and prints a line that is no message. */
    public Path rubbish() throws IOException {
        return program("rubbish", CALIBRATES + "echo 'Traceback (most recent call last):'");
    }

    /** Writes a program of this name with these lines. */
    public Path program(String name, String lines) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n# Fake 1.0\n" + lines + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
