package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.trial.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes the report of a session beside its results.
 *
 * @param folder of the session
 * @param fidelity of the interpreter lock, where it was measured
 */
public record ReportWriter(Path folder, Optional<Fidelity> fidelity) {

    /**
     * Writes {@code report.md}, {@code report.json}, {@code report.html} and {@code junit.xml}, and prints the text
     * report.
     */
    public void write(Report report, PrintStream out) throws IOException {
        Files.writeString(folder.resolve("report.md"), new MarkdownReport(report).text());
        Files.writeString(folder.resolve("report.json"), Json.pretty(report) + "\n");
        Files.writeString(folder.resolve("junit.xml"), new JUnitReport(report).text());
        var page = folder.resolve("report.html");
        Files.writeString(page, new HtmlReport(report, fidelity).text());
        out.print(new TextReport(report).text());
        out.println("report: " + page);
    }
}
