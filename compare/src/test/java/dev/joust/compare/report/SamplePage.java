package dev.joust.compare.report;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleSweeps;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.SourceTree;
import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.verdict.JudgedSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports that a browser opens. */
enum SamplePage {
    /** The published session. */
    PUBLISHED {
        @Override
        HtmlReport report() throws IOException {
            var folder = SourceTree.top().resolve("compare/published");
            return new HtmlReport(new ReportBuilder(JudgedSession.in(folder)).report(), FidelityFolder.read(folder));
        }
    },
    /** A session with everything that a report tells apart, a sweep, open loads and a search for the capacity. */
    SAMPLE {
        @Override
        HtmlReport report() throws IOException {
            var lab = SampleSession.lab();
            sweep(lab);
            openLoads(lab);
            return new HtmlReport(lab.report(), Optional.empty());
        }
    },
    /** Two models and one scenario: the smallest report. */
    SMALL {
        @Override
        HtmlReport report() throws IOException {
            return new HtmlReport(
                    new SessionFixture(Profile.QUICK)
                            .with(SampleScenarios.batch("race", "Which is faster, a < b?", ARMS))
                            .arm(ARMS.getFirst(), block -> SampleTrial.batch(SessionFixture.wobble(0.7, block, 0.02)))
                            .arm(ARMS.getLast(), block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.02)))
                            .report(),
                    Optional.empty());
        }
    };

    static final List<String> ARMS = List.of("processes", "vertx-loop");

    /** What the browser tests leave behind: the pages, and the pictures of them. */
    static final Path SCREENSHOTS = SourceTree.top().resolve("compare/target/screenshots");

    private static final Path PAGES = SourceTree.top().resolve("compare/target/pages");

    abstract HtmlReport report() throws IOException;

    /** The page on disk, written once. */
    synchronized Path file() {
        var file = PAGES.resolve(name().toLowerCase(Locale.ROOT) + ".html");
        try {
            if (!written) {
                Files.createDirectories(PAGES);
                Files.writeString(file, report().text());
                written = true;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean written;

    private static void sweep(SessionFixture lab) {
        for (int value : List.of(1, 2, 4, 8, 16, 32)) {
            lab.with(SampleSweeps.point("inFlight", value, ARMS, SampleSweeps.crossover("processes", "vertx-loop", 4)))
                    .arm("vertx-loop", block -> SampleTrial.closed(100 * value + block % 3 - 1, value))
                    .arm("processes", block -> SampleTrial.closed(400, value));
        }
    }

    private static void openLoads(SessionFixture lab) {
        long[] rates = {50, 200, 50};
        lab.with(SampleScenarios.spike("spike", ARMS))
                .arm("processes", block -> SampleOpenTrial.answering(300, 10)
                        .seconds(rates, new long[] {10, 90 + block, 11}))
                .arm("vertx-loop", block -> SampleOpenTrial.answering(300, 10)
                        .seconds(rates, new long[] {10, 90, 80 + block}))
                .with(SampleScenarios.capacity("limit", ARMS))
                .arm("processes", block -> SampleOpenTrial.capacity(400 + block))
                .arm("vertx-loop", block -> SampleOpenTrial.capacity(100 + block));
    }
}
