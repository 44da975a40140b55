package dev.joust.compare.cli;

import dev.joust.compare.merge.ShardSource;
import dev.joust.scenario.PrintableText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code joust merge}. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = JoustVersion.class,
        description = "Merges shards of one plan into a session, judges it and writes its report. Shards of different"
                + " plans or versions are refused.")
public final class MergeCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "The folder of a shard or of a merged session, a file that run --emit wrote, or - for"
                    + " standard input. A file may hold several shards, and other lines between theirs.")
    private List<String> sources;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The merged session's folder.")
    private Path out;

    @Option(
            names = "--partial",
            description = "Use a stream that is cut short, as that of a killed task, as far as it goes.")
    private boolean partial;

    @Override
    public Integer call() throws IOException {
        MergedRun.check(out);
        var source = new ShardSource(System.in, partial, line -> System.err.println(PrintableText.line(line)));
        return MergedRun.end(source.readAll(sources), out, System.out);
    }
}
