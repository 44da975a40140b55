package dev.joust.compare.report;

import dev.joust.compare.report.ControlReport.ControlState;
import dev.joust.compare.report.SweepReport.CrossoverReport;
import dev.joust.compare.stats.VerdictOutcome;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: one suite per scenario, one test case per claim and control; one suite per sweep, one test case
 * per crossover. Held passes and refuted fails. What is not decided is neither, so it is skipped, with the reason. On a
 * disturbed machine nothing is decided, so nothing passes and nothing fails.
 */
public record JUnitReport(Report report) {
    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    /** At most one of failure and skipped is not empty. */
    private record TestCase(String name, String failure, String skipped, String details) {}

    private record TestSuite(String name, List<TestCase> cases) {
        long failures() {
            return cases.stream().filter(c -> !c.failure().isEmpty()).count();
        }

        long skipped() {
            return cases.stream().filter(c -> !c.skipped().isEmpty()).count();
        }
    }

    /** The document. */
    public String text() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            document(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string could not be written", e);
        }
        return text.toString();
    }

    /** The class name of the test cases of this scenario's claims; their names are the claims. */
    public static String className(ScenarioReport scenario) {
        return className(scenario.question().title());
    }

    /** That of the test cases of this sweep's crossovers. */
    public static String className(SweepReport sweep) {
        return className(suiteName(sweep));
    }

    private static String suiteName(SweepReport sweep) {
        return "sweep " + sweep.heading().name();
    }

    private static String className(String suite) {
        return "joust." + suite;
    }

    private void document(XMLStreamWriter xml) throws XMLStreamException {
        var suites = Stream.concat(
                        report.scenarios().stream().map(this::suite),
                        report.scaling().sweeps().stream().map(JUnitReport::suite))
                .toList();
        xml.writeStartDocument("UTF-8", "1.0");
        start(xml, "testsuites", "joust " + report.heading().session());
        counts(xml, suites);
        for (var suite : suites) {
            start(xml, "testsuite", suite.name());
            counts(xml, List.of(suite));
            xml.writeAttribute("timestamp", clean(report.heading().started()));
            for (var testCase : suite.cases()) {
                testCase(xml, suite, testCase);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private TestSuite suite(ScenarioReport scenario) {
        String name = scenario.question().name();
        List<TestCase> cases = new ArrayList<>();
        scenario.claims().forEach(claim -> cases.add(ofClaim(claim)));
        report.context().controls().controls().stream()
                .filter(control -> control.scenario().equals(name))
                .forEach(control -> cases.add(ofControl(control)));
        return new TestSuite(scenario.question().title(), cases);
    }

    private static TestSuite suite(SweepReport sweep) {
        return new TestSuite(
                suiteName(sweep),
                sweep.crossovers().stream().map(JUnitReport::ofCrossover).toList());
    }

    private static TestCase ofCrossover(CrossoverReport crossover) {
        boolean refuted = crossover.outcome() == VerdictOutcome.REFUTED;
        boolean held = crossover.outcome() == VerdictOutcome.HELD;
        return new TestCase(
                crossover.claim(),
                refuted ? crossover.reason() : "",
                refuted || held ? "" : crossover.outcome().word() + ": " + crossover.reason(),
                crossover.text());
    }

    private static TestCase ofClaim(ClaimReport claim) {
        boolean refuted = claim.outcome() == VerdictOutcome.REFUTED;
        boolean held = claim.outcome() == VerdictOutcome.HELD;
        return new TestCase(
                claim.claim(),
                refuted ? claim.reason() : "",
                refuted || held ? "" : claim.outcome().word() + ": " + claim.reason(),
                claim.text());
    }

    private TestCase ofControl(ControlReport control) {
        var name = "control " + control.kind().word();
        if (report.heading().status() == StatusReport.DISTURBED) {
            return new TestCase(name, "", "the machine was disturbed: " + control.finding(), control.finding());
        }
        boolean failed = control.state() == ControlState.FAILED;
        boolean passed = control.state().passed();
        return new TestCase(
                name, failed ? control.finding() : "", failed || passed ? "" : control.finding(), control.finding());
    }

    private static void testCase(XMLStreamWriter xml, TestSuite suite, TestCase testCase) throws XMLStreamException {
        start(xml, "testcase", testCase.name());
        xml.writeAttribute("classname", clean(className(suite.name())));
        if (!testCase.failure().isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean(testCase.failure()));
            xml.writeCharacters(clean(testCase.details()));
            xml.writeEndElement();
        }
        if (!testCase.skipped().isEmpty()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", clean(testCase.skipped()));
        }
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("name", clean(name));
    }

    private static void counts(XMLStreamWriter xml, List<TestSuite> suites) throws XMLStreamException {
        long tests = suites.stream().mapToLong(suite -> suite.cases().size()).sum();
        long failures = suites.stream().mapToLong(TestSuite::failures).sum();
        long skipped = suites.stream().mapToLong(TestSuite::skipped).sum();
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(skipped));
    }

    /** XML cannot hold some characters that a log may hold. */
    private static String clean(String text) {
        return text.replaceAll(NOT_XML, "\uFFFD");
    }
}
