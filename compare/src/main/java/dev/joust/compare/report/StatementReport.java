package dev.joust.compare.report;

import java.util.List;

/**
 * One statement of an article, and what was found about it.
 *
 * @param says the article's own words
 * @param scenario that tests it
 * @param cpython the claims about CPython
 * @param jvm the claims about the models on the JVM
 */
public record StatementReport(
        String says, String scenario, StatementFinding finding, List<ClaimReport> cpython, List<ClaimReport> jvm) {

    /** What was found about a statement. */
    public enum StatementFinding {
        CONFIRMED("confirmed"),
        REFUTED("refuted"),
        /** A claim of the scenario is refuted: the measurement contradicts what the scenario expects. */
        CONTRADICTED("not as expected"),
        /** Not all claims that would show it are held. */
        OPEN("open");

        private final String word;

        StatementFinding(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
