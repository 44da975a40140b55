package dev.joust.compare.report;

import dev.joust.compare.report.Report.Check;
import dev.joust.compare.stats.Verdict.Outcome;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: a suite for each scenario, a case for each claim and control. Held is passed, refuted a failure; what could not be
 * decided is skipped, with the reason, since it is neither.
 */
public record JUnitReport(Report report) {
    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    /** A case; at most one of failure and skipped is there, the other is empty. */
    private record Case(String name, String failure, String skipped, String details) {}

    private record Suite(String name, List<Case> cases) {
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
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return text.toString();
    }

    private void document(XMLStreamWriter xml) throws XMLStreamException {
        var suites = report.scenarios().stream().map(this::suite).toList();
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

    private Suite suite(ScenarioReport scenario) {
        String name = scenario.question().name();
        List<Case> cases = new ArrayList<>();
        scenario.claims().forEach(claim -> cases.add(claimed(claim)));
        report.controls().checks().stream()
                .filter(check -> check.scenario().equals(name))
                .forEach(check -> cases.add(controlled(check)));
        return new Suite(name, cases);
    }

    private static Case claimed(ClaimReport claim) {
        boolean refuted = claim.outcome() == Outcome.REFUTED;
        boolean held = claim.outcome() == Outcome.HELD;
        return new Case(
                claim.claim(),
                refuted ? claim.reason() : "",
                refuted || held ? "" : claim.outcome().word() + ": " + claim.reason(),
                claim.text());
    }

    private static Case controlled(Check check) {
        boolean failed = check.passed().map(passed -> !passed).orElse(false);
        return new Case(
                "control " + check.kind(),
                failed ? check.finding() : "",
                check.passed().isEmpty() ? check.finding() : "",
                check.finding());
    }

    private static void testCase(XMLStreamWriter xml, Suite suite, Case testCase) throws XMLStreamException {
        start(xml, "testcase", testCase.name());
        xml.writeAttribute("classname", clean("joust." + suite.name()));
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

    private static void counts(XMLStreamWriter xml, List<Suite> suites) throws XMLStreamException {
        long tests = suites.stream().mapToLong(suite -> suite.cases().size()).sum();
        long failures = suites.stream().mapToLong(Suite::failures).sum();
        long skipped = suites.stream().mapToLong(Suite::skipped).sum();
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(skipped));
    }

    /** XML has no way to say some characters; a log may hold them all the same. */
    private static String clean(String text) {
        return text.replaceAll(NOT_XML, "\uFFFD");
    }
}
