package dev.joust.compare.cli;

import dev.joust.compare.export.ExportFormat;
import dev.joust.compare.verdict.JudgedSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Writes the judged trials of a session in the format of another tool: JMH's JSON (jmh), an"
                + " interval log of HdrHistogram (hlog), or a table (csv).")
public final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder of a session, of this machine or another.")
    private Path folder;

    @Option(names = "--as", paramLabel = "FORMAT", required = true, description = "${COMPLETION-CANDIDATES}.")
    private ExportFormat format;

    @Mixin
    private final OutputOption out = new OutputOption();

    @Override
    public Integer call() throws IOException {
        var judged = JudgedSession.in(folder);
        var text = format.text(judged);
        out.write(text);
        if (judged.judgement().status().withholds()) {
            System.err.println(String.format(
                    Locale.ROOT,
                    "joust: the session is %s, so its verdicts are withheld; the figures are as they were measured",
                    judged.judgement().status().name().toLowerCase(Locale.ROOT)));
        }
        return 0;
    }
}
