package dev.joust.compare.report;

import dev.joust.compare.fidelity.Fidelity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the report of a fidelity session into its folder. */
public record FidelityReportWriter(Path folder) {

    /** Writes {@code fidelity.md} and {@code fidelity.html}, and prints the table on {@code out}. */
    public void write(Fidelity fidelity, PrintStream out) throws IOException {
        var text = new FidelityText(fidelity);
        var page = folder.resolve("fidelity.html");
        Files.writeString(folder.resolve("fidelity.md"), text.markdown());
        Files.writeString(page, new FidelityPage(fidelity).text());
        out.print(text.plain());
        out.println("report: " + page);
    }
}
