package dev.joust.compare.report;

import dev.joust.compare.report.Report.Fact;
import dev.joust.compare.stats.Verdict.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One claim as it is shown.
 *
 * @param claim in the words of the scenario
 * @param reason of the judge, in a sentence
 */
public record ClaimReport(Outcome outcome, String claim, String reason, Optional<RatioReport> measured, Origin origin) {
    private static final int LABEL = 10;

    /**
     * Where it comes from.
     *
     * @param because the mechanism, as the scenario gives it
     * @param declared file and line
     * @param reproduce the command that asks again
     */
    public record Origin(String because, String declared, String reproduce) {}

    /** The claim as facts, in their order. The reason is left out where the figures say it. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(outcome.word(), claim));
        measured.ifPresent(m -> facts.add(new Fact("measured", m.text() + "  " + m.interval() + " " + m.basis())));
        if (outcome == Outcome.INCONCLUSIVE || outcome == Outcome.NOT_APPLICABLE) {
            facts.add(new Fact("reason", reason));
        }
        facts.add(new Fact("because", origin.because()));
        facts.add(new Fact("declared", origin.declared()));
        facts.add(new Fact("reproduce", origin.reproduce()));
        return facts;
    }

    /** The facts, a line each, aligned. */
    public String text() {
        var facts = facts();
        int width = Math.max(
                LABEL,
                facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0) + 1);
        return facts.stream()
                .map(fact -> fact.name() + " ".repeat(width - fact.name().length()) + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    /** The symbol beside the word. */
    public String symbol() {
        return switch (outcome) {
            case HELD -> "\u2714";
            case REFUTED -> "\u2716";
            case INCONCLUSIVE -> "?";
            case NOT_APPLICABLE -> "\u2013";
        };
    }

    /** How claims came out, in words: {@code 3 held, 1 refuted}; empty when there is none. */
    static String tally(List<ClaimReport> claims) {
        return Arrays.stream(Outcome.values())
                .map(outcome ->
                        claims.stream().filter(c -> c.outcome() == outcome).count() + " " + outcome.word())
                .filter(text -> !text.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }
}
