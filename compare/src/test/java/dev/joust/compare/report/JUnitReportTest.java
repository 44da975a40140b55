package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Claim.Beats;
import dev.joust.scenario.Control;
import dev.joust.scenario.Metric.Quantity;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitReportTest {

    @Test
    void theCountsMatchTheCases() throws Exception {
        var document = parsed(SampleSession.lab());

        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("9");
        for (var suite : elements(document, "testsuite")) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
        assertThat(elements(document, "testsuite")).hasSize(8);
        assertThat(elements(document, "failure")).hasSize(1);
        assertThat(elements(document, "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly(
                        "not applicable: it needs 8 cores, its trials had 2; here too the two do not tie",
                        "inconclusive: 5 blocks cannot decide at 96.9 %; 6 blocks can",
                        "inconclusive: no block in which both models are valid");
    }

    @Test
    void aControlThatFailedIsAFailure() throws Exception {
        var document = parsed(new SessionFixture(Profile.QUICK).controls(0.5));

        assertThat(elements(document, "failure"))
                .extracting(failure -> ((Element) failure.getParentNode()).getAttribute("name"))
                .containsExactly("control A/A");
    }

    @Test
    void aKnownAnswerThatTooNoisyBlocksDoNotShowIsSkipped() throws Exception {
        var document = parsed(new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.control("control-aa", new Control.Same()))
                .arm("one", block -> SampleTrial.batch(1))
                .arm("other", block -> SampleTrial.batch(block % 2 == 0 ? 0.5 : 2)));

        assertThat(elements(document, "failure")).isEmpty();
        assertThat(elements(document, "skipped"))
                .extracting(skipped -> ((Element) skipped.getParentNode()).getAttribute("name"))
                .containsExactly("control A/A");
    }

    @Test
    void onADisturbedMachineNothingPassesAndNothingFails() throws Exception {
        var claim = SampleScenarios.claim("processes", "gil-threads", new Beats(1.2), Quantity.MAKESPAN, 3);
        var document = parsed(new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("race", "Who?", List.of("processes", "gil-threads"), claim))
                .arm("processes", block -> SampleTrial.batch(SessionFixture.wobble(0.7, block, 0.02)))
                .arm("gil-threads", block -> SampleTrial.batch(SessionFixture.wobble(1, block, 0.02)))
                .disturbed(1, 2, 3)
                .controls(0.5));

        assertThat(elements(document, "failure")).isEmpty();
        assertThat(elements(document, "skipped")).hasSameSizeAs(elements(document, "testcase"));
        assertThat(elements(document, "skipped").getFirst().getAttribute("message"))
                .isEqualTo("inconclusive: withheld, because the machine was disturbed; without that: held");
    }

    @Test
    void aControlThatWasNotJudgedIsSkippedAndNotPassed() throws Exception {
        assertThat(elements(parsed(new SessionFixture(Profile.SMOKE).controls()), "skipped"))
                .hasSize(3);
    }

    @Test
    void namesThatAreMarkupAndCharactersThatXmlLacksAreWrittenSafely() throws Exception {
        var claim = SampleScenarios.claim("<a&b>", "\u001b[31m", new Beats(2), Quantity.MAKESPAN, 1);
        var document = parsed(new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("\"evil\"", "?", List.of("<a&b>", "\u001b[31m"), claim)));

        assertThat(elements(document, "testcase").getFirst().getAttribute("name"))
                .isEqualTo("<a&b> beats \uFFFD[31m on makespan by 2x");
    }

    private static Document parsed(SessionFixture lab) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new JUnitReport(lab.report()).text())));
    }

    private static String count(Element suite, String name) {
        return Integer.toString(suite.getElementsByTagName(name).getLength());
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
