package dev.joust.compare.report;

import dev.joust.compare.plan.FolderFile;
import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.timeline.Timeline;
import dev.joust.scenario.PrintableText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a timeline as a page of its own. */
public record TimelineReportWriter(Path folder) {

    /** Writes {@code timeline.html}, one file that needs no network, and prints the totals on {@code out}. */
    public void write(Timeline timeline, PrintStream out) throws FolderWriteException {
        var page = folder.resolve("timeline.html");
        new FolderFile(page).replace(page(timeline));
        var section = TimelineSection.of(timeline);
        out.println(PrintableText.line(section.setting() + "."));
        for (var arm : section.arms()) {
            var totals = arm.totals();
            out.printf(Locale.ROOT, "%n%s%n", PrintableText.line(totals.caption() + ":"));
            out.print(PrintableText.lines(totals.plain()));
            arm.timeline().remarks().forEach(remark -> out.println(PrintableText.line(remark)));
        }
        section.notRecorded().forEach(line -> out.println(PrintableText.line(line)));
        out.println("timeline: " + page);
    }

    /** The page. */
    static String page(Timeline timeline) {
        return Templates.page("timeline.html")
                .data("timeline", TimelineSection.of(timeline))
                .render();
    }
}
