package dev.joust.compare.cli;

import dev.joust.compare.plan.FolderFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command writes its text: {@code --out}. */
final class OutputOption {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; it is replaced. Default: standard output.")
    private Optional<Path> file;

    /** The file that was named. */
    Optional<Path> file() {
        return file;
    }

    /**
     * Writes into the file or onto standard output, as UTF-8 whatever the locale.
     *
     * @throws IOException when the file cannot be written
     */
    void write(String text) throws IOException {
        if (file.isPresent()) {
            new FolderFile(file.get()).replace(text);
        } else {
            System.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
