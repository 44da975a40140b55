package dev.joust.compare.cli;

import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.merge.ShardData;
import dev.joust.compare.merge.ShardMerge;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.report.ReportWriter;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.PrintableText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The end of a session that several machines ran. */
final class MergedRun {
    private MergedRun() {}

    /**
     * Refuses a folder that has no name, before anything is read or measured.
     *
     * @throws UsageException for the root of the file system
     */
    static void check(Path folder) {
        if (name(folder).isEmpty()) {
            throw new UsageException("--out names the folder of a session, and " + folder + " has no name");
        }
    }

    private static String name(Path folder) {
        return Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("");
    }

    /**
     * Merges shards into a new folder, judges the session and writes its report.
     *
     * @return the exit code
     */
    static int end(List<ShardData> shards, Path folder, PrintStream show) throws IOException {
        var merged = ShardMerge.of(shards, name(folder));
        merged.write(folder);
        merged.summary().stream().map(PrintableText::line).forEach(show::println);
        var judged = JudgedSession.in(folder);
        var report = new ReportBuilder(judged).report();
        new ReportWriter(folder, FidelityFolder.read(folder)).write(report, show);
        return ExitCode.of(judged.judgement().conclusion()).number();
    }
}
