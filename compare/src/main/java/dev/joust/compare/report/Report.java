package dev.joust.compare.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A session as it is shown; {@code report.json} is this record.
 *
 * @param format the version of this format
 * @param scenarios in the order of the session, the controls among them
 * @param ledger of the statements that the scenarios put to the test
 */
public record Report(
        int format,
        Heading heading,
        Controls controls,
        List<ScenarioReport> scenarios,
        StatementsReport ledger,
        Setting setting) {
    /** The format that is written. */
    public static final int FORMAT = 2;

    /**
     * Which session it is and whether it can be believed.
     *
     * @param started date and time with their offset, as ISO 8601 writes them
     */
    public record Heading(String session, String started, String profile, long seed, Status status) {}

    /**
     * Whether the instrument can be believed.
     *
     * @param meaning what the word means for the reader, in a sentence
     */
    public record Status(String word, String meaning) {}

    /**
     * What is known of the instrument itself.
     *
     * @param blocks how many blocks are judged, over all scenarios
     * @param repeated how many attempts at a block were set aside
     * @param smallestEffect the smallest effect that this session could have found, as a ratio
     */
    public record Controls(List<Check> checks, int blocks, int repeated, Optional<Double> smallestEffect) {}

    /**
     * One control.
     *
     * @param kind what it tests: A/A, sensitivity, analytic
     * @param passed empty when it was not judged
     * @param finding what was found, in a sentence
     */
    public record Check(String scenario, String kind, Optional<Boolean> passed, String finding) {
        /** The state in a word. */
        public String word() {
            return passed.map(yes -> yes ? "passed" : "failed").orElse("not judged");
        }
    }

    /**
     * What the numbers are true of.
     *
     * @param machine in a few words
     * @param notAsked claims and arms that this session did not ask, each with the reason
     * @param caveats what the numbers do not show
     */
    public record Setting(String machine, List<Fact> facts, List<String> notAsked, List<String> caveats) {}

    /** Something known, by its name. */
    public record Fact(String name, String value) {}

    /** The scenarios that ask about models. */
    public List<ScenarioReport> contests() {
        return scenarios.stream().filter(scenario -> !scenario.control()).toList();
    }

    /** The scenarios as they are read: those that ask about models before those that test the instrument. */
    public List<ScenarioReport> ordered() {
        return scenarios.stream()
                .sorted(Comparator.comparing(ScenarioReport::control))
                .toList();
    }

    /** Every claim of the session. */
    public List<ClaimReport> claims() {
        return scenarios.stream()
                .flatMap(scenario -> scenario.claims().stream())
                .toList();
    }

    /** How the claims came out, in words: {@code 3 held, 1 refuted}; empty when nothing was claimed. */
    public String tally() {
        return ClaimReport.tally(claims());
    }
}
