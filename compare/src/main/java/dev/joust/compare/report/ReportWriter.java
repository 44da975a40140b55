package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.timeline.TimelineFolder;
import dev.joust.scenario.PrintableText;
import dev.joust.trial.Json;
import java.io.PrintStream;
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
     * report. Where the folder holds a timeline, {@code report.html} shows it.
     */
    public void write(Report report, PrintStream out) throws FolderWriteException {
        write("report.md", new MarkdownReport(report).text());
        write("report.json", Json.pretty(report) + "\n");
        write("junit.xml", new JUnitReport(report).text());
        write("report.html", new HtmlReport(report, fidelity, TimelineFolder.read(folder)).text());
        out.print(PrintableText.lines(new TextReport(report).text()));
        out.println("report: " + folder.resolve("report.html"));
    }

    private void write(String name, String text) throws FolderWriteException {
        new FolderFile(folder.resolve(name)).replace(text);
    }
}
