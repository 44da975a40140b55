package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.scenario.PrintableText;
import java.io.PrintStream;
import java.nio.file.Path;

/** Writes the report of a fidelity session into its folder. */
public record FidelityReportWriter(Path folder) {

    /** Writes {@code fidelity.md} and {@code fidelity.html}, and prints the table on {@code out}. */
    public void write(Fidelity fidelity, PrintStream out) throws FolderWriteException {
        var text = new FidelityText(fidelity);
        var page = folder.resolve("fidelity.html");
        new FolderFile(folder.resolve("fidelity.md")).replace(text.markdown());
        new FolderFile(page).replace(new FidelityPage(fidelity).text());
        out.print(PrintableText.lines(text.plain()));
        out.println("report: " + page);
    }
}
