package dev.joust.compare.report;

import dev.joust.compare.stats.VerdictOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One claim and its verdict.
 *
 * @param claim in the words of the scenario
 * @param reason of the verdict, in one sentence
 * @param machines the same machine by machine; empty where one machine is judged
 */
public record ClaimReport(
        VerdictOutcome outcome,
        String claim,
        String reason,
        Optional<RatioReport> measured,
        ClaimOrigin origin,
        Optional<AcrossMachinesReport> machines) {
    private static final int MIN_LABEL_WIDTH = 10;

    /** On one machine. */
    public ClaimReport(
            VerdictOutcome outcome, String claim, String reason, Optional<RatioReport> measured, ClaimOrigin origin) {
        this(outcome, claim, reason, measured, origin, Optional.empty());
    }

    /**
     * Where the claim comes from.
     *
     * @param because the mechanism, as the scenario states it
     * @param declared file and line
     * @param reproduce the command that asks again; of a merged session that of a shard, in words for each
     */
    public record ClaimOrigin(String because, String declared, String reproduce, ExpectedRatio expected) {}

    /**
     * How many times better the first arm is expected to be than the other.
     *
     * @param high empty where any ratio from {@code low} on will do
     */
    public record ExpectedRatio(String arm, String other, double low, Optional<Double> high) {}

    /** The claim as facts, in reading order. The reason is left out where the numbers say it. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                outcome.word(), claim + machines.map(_ -> ", on these machines").orElse("")));
        var on = machines.map(across -> " " + across.on()).orElse("");
        measured.ifPresent(m -> facts.add(new Fact("measured", m.text() + "  " + m.interval() + " " + m.basis() + on)));
        if (!outcome.decisive()) {
            facts.add(new Fact("reason", reason));
        }
        machines.ifPresent(across ->
                facts.add(new Fact("on machines like these", across.alike().text())));
        facts.add(new Fact("because", origin.because()));
        facts.add(new Fact("declared", origin.declared()));
        facts.add(new Fact("reproduce", origin.reproduce()));
        return facts;
    }

    /** The facts, one per line, aligned. */
    public String text() {
        var facts = facts();
        int longest =
                facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        int width = Math.max(MIN_LABEL_WIDTH, longest + 1);
        return facts.stream()
                .map(fact -> fact.name() + " ".repeat(width - fact.name().length()) + ": " + fact.value())
                .collect(Collectors.joining("\n"));
    }

    /** One character that no other verdict has. */
    public String symbol() {
        return symbol(outcome);
    }

    static String symbol(VerdictOutcome outcome) {
        return switch (outcome) {
            case HELD -> "\u2714";
            case REFUTED -> "\u2716";
            case INCONCLUSIVE -> "?";
            case NOT_APPLICABLE, NOT_JUDGED -> "\u2013";
        };
    }

    /** How many claims got each verdict: {@code 3 held, 1 refuted}; empty without claims. */
    static String tally(List<ClaimReport> claims) {
        return tallyOf(claims.stream().map(ClaimReport::outcome).toList());
    }

    static String tallyOf(List<VerdictOutcome> outcomes) {
        return Arrays.stream(VerdictOutcome.values())
                .map(outcome -> outcomes.stream().filter(outcome::equals).count() + " " + outcome.word())
                .filter(text -> !text.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }
}
