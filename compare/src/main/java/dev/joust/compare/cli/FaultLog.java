package dev.joust.compare.cli;

import dev.joust.scenario.PrintableText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Keeps the details of an internal error for a bug report.
 *
 * @param folder of the files
 */
public record FaultLog(Path folder) {

    /** The log in the folder of temporary files. */
    public static FaultLog usual() {
        return new FaultLog(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Writes the stack into a new file. Returns one line with the error and the file. */
    public String record(Throwable fault) {
        return PrintableText.line("internal error: " + fault) + "; " + write(fault);
    }

    private String write(Throwable fault) {
        try {
            var file = Files.createTempFile(folder, "joust-fault-", ".log");
            Files.writeString(file, stack(fault));
            return "its stack is in " + file;
        } catch (IOException | RuntimeException e) {
            return PrintableText.line(
                    String.format(Locale.ROOT, "its stack cannot be written into %s (%s)", folder, e));
        }
    }

    private static String stack(Throwable fault) {
        var text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
