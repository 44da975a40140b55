package dev.joust.compare.adr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.SessionFixture;
import dev.joust.compare.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The records of a won, a tied and an open question, and the refusal of a disturbed session, word by word. */
final class DecisionRecordTest {
    private static final Path GOLDEN = SourceTree.top().resolve("compare/src/test/resources/dev/joust/compare/adr");

    /** The headings of MADR 4.0.0, in its order. */
    private static final List<String> HEADINGS = List.of(
            "## Context and Problem Statement",
            "## Decision Drivers",
            "## Considered Options",
            "## Decision Outcome",
            "### Consequences",
            "### Confirmation",
            "## Pros and Cons of the Options",
            "## More Information");

    @Test
    void aWonQuestionChoosesTheWinner() throws IOException {
        assertGolden(
                "won.md",
                DecidedSessions.record(DecidedSessions.won(), "cpu-bound").text());
    }

    @Test
    void aTieNamesTheGroupAndChoosesByResourceUsage() throws IOException {
        assertGolden(
                "tied.md",
                DecidedSessions.record(DecidedSessions.tied(), "io-bound").text());
    }

    @Test
    void anOpenQuestionChoosesNothingAndSaysWhatItWouldTake() throws IOException {
        assertGolden(
                "open.md",
                DecidedSessions.record(DecidedSessions.open(), "mixed").text());
    }

    @Test
    void aValueOfASweepSaysWhereItsCrossoversAre() throws IOException {
        assertGolden(
                "sweep.md",
                DecidedSessions.record(DecidedSessions.sweep(), "sweep-16").text());
    }

    @Test
    void aDisturbedSessionGivesNoRecordAndSaysWhy() throws IOException {
        var lab = DecidedSessions.disturbed();
        assertGolden("disturbed.txt", refusal(lab).orElseThrow() + "\n");
        assertThatThrownBy(() -> DecidedSessions.record(lab, "cpu-bound")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSessionGivesNoRecordUnlessItIsSound() {
        assertThat(refusal(DecidedSessions.won())).isEmpty();
        assertThat(refusal(DecidedSessions.won().controls(0.5)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("CONTAMINATED: "));
    }

    @Test
    void theSectionsAreThoseOfMadr() {
        var headings = DecidedSessions.record(DecidedSessions.won(), "cpu-bound")
                .text()
                .lines()
                .filter(HEADINGS::contains)
                .toList();
        assertThat(headings).isEqualTo(HEADINGS);
    }

    @Test
    void theFrontMatterIsYaml() {
        assertThat(frontMatter(DecidedSessions.record(DecidedSessions.won(), "cpu-bound")))
                .isEqualTo(Map.of("status", "proposed", "date", "2026-11-26", "decision-makers", List.of()));
    }

    @Test
    void namesOfPeopleAreYamlWhateverTheyHold() {
        var makers = List.of("A. \"B\": c", "- d # e\u2028", "'f\\");
        var lab = DecidedSessions.tied();
        var source = DecidedSessions.source(lab);
        var report = lab.report();
        var named = DecisionRecord.of(
                report,
                report.comparisons().getFirst(),
                new RecordSource(source.date(), makers, source.results(), source.costs(), source.runsNow()));
        assertThat(frontMatter(named)).containsEntry("decision-makers", makers);
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> frontMatter(DecisionRecord decision) {
        var parts = decision.text().split("(?m)^---$", 3);
        assertThat(parts[0]).isEmpty();
        return (Map<String, Object>) yaml(parts[1]);
    }

    private static Optional<String> refusal(SessionFixture lab) {
        var report = lab.report();
        return DecisionRecord.refusal(report, report.comparisons().getFirst());
    }

    /** With {@code -Dadr.golden.write} this writes the file in place of comparing it. */
    private static void assertGolden(String name, String text) throws IOException {
        var file = GOLDEN.resolve(name);
        if (System.getProperty("adr.golden.write") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("write it with: mvn test -pl compare -am -Dtest=DecisionRecordTest -Dadr.golden.write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(Files.readString(file));
    }

    @Test
    void theDocumentationShowsTheWonRecord() throws IOException {
        var page = SourceTree.top().resolve("docs/decision-records.md");
        var text = Files.readString(page);
        var fence = "````markdown\n";
        var before = text.substring(0, text.indexOf(fence) + fence.length());
        var shown = before + Files.readString(GOLDEN.resolve("won.md")) + "````\n";
        if (System.getProperty("adr.golden.write") != null) {
            Files.writeString(page, shown);
        }
        assertThat(Files.readString(page)).isEqualTo(shown);
    }
}
