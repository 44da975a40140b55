package dev.joust.compare.versus;

import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.KeepsUpRule;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.verdict.Conclusion;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.SessionStatus;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the verdict on a change from the judgement on its scenario. */
record ChangeJudge(JudgedSession judged, ScenarioJudgement scenario) {
    /** Metrics of which "faster" is not the word. */
    private static final List<Metric.Quantity> AMOUNTS = List.of(
            Metric.Quantity.CPU_PER_UNIT,
            Metric.Quantity.MEMORY_PER_UNIT_IN_FLIGHT,
            Metric.Quantity.BACKLOG,
            Metric.Quantity.RATE_RATIO);

    VersusVerdict verdict() {
        var status = judged.judgement().status(scenario);
        if (status == SessionStatus.UNJUDGED) {
            boolean valid = judged.judgement().conclusion() == Conclusion.HELD;
            return verdict(
                    valid ? ChangeOutcome.NOT_JUDGED : ChangeOutcome.INCONCLUSIVE,
                    valid
                            ? "not judged: this profile judges nothing; every trial is valid"
                            : "not judged: " + invalid());
        }
        return switch (status) {
            case DISTURBED -> verdict(ChangeOutcome.NOT_BELIEVED, "not to be believed: the machine was disturbed");
            case CONTAMINATED -> verdict(ChangeOutcome.NOT_BELIEVED, "not to be believed: a control failed");
            case UNDERPOWERED ->
                verdict(ChangeOutcome.NOT_BELIEVED, "not to be believed: a control did not show its answer");
            case SHARD -> verdict(ChangeOutcome.NOT_JUDGED, "not judged: it is one shard of a plan");
            case SOUND, UNCONTROLLED, UNJUDGED -> believed();
        };
    }

    private VersusVerdict believed() {
        var head = claim(Claim.KeepsUp.class);
        var estimate = head.verdict().estimate();
        if (estimate.isEmpty()) {
            return verdict(
                    ChangeOutcome.INCONCLUSIVE,
                    "inconclusive: " + (invalid().isEmpty() ? head.verdict().reason() : invalid()));
        }
        if (claim(Claim.Ties.class).verdict().outcome() != VerdictOutcome.HELD) {
            return verdict(ChangeOutcome.NOT_BELIEVED, "not to be believed: the base does not tie with itself");
        }
        return head.verdict().outcome() == VerdictOutcome.INCONCLUSIVE
                ? verdict(ChangeOutcome.INCONCLUSIVE, "inconclusive: " + open(head, estimate.get()))
                : decided(estimate.get());
    }

    private VersusVerdict decided(Estimate estimate) {
        return switch (new KeepsUpRule(within()).standing(estimate)) {
            case AHEAD ->
                verdict(
                        ChangeOutcome.FASTER,
                        String.format(Locale.ROOT, "%s by %s", better(), Percent.advantage(estimate)));
            case BEHIND ->
                verdict(
                        ChangeOutcome.SLOWER,
                        String.format(Locale.ROOT, "%s by %s", worse(), Percent.advantage(estimate.swapped())));
            case EQUAL ->
                verdict(
                        ChangeOutcome.NO_DIFFERENCE,
                        String.format(
                                Locale.ROOT,
                                "no difference larger than %s%s",
                                Percent.bound(Percent.largest(estimate)),
                                measured(estimate)));
            case OPEN -> throw new IllegalStateException("a decided claim has a standing: " + estimate);
        };
    }

    /** The side on which the whole interval is, although it is too close to 1 to matter. */
    private String measured(Estimate estimate) {
        if (estimate.logLow() > 0) {
            return String.format(Locale.ROOT, "; measured: %s by %s", better(), Percent.advantage(estimate));
        }
        return estimate.logHigh() < 0
                ? String.format(Locale.ROOT, "; measured: %s by %s", worse(), Percent.advantage(estimate.swapped()))
                : "";
    }

    /** What is not known, and what it would take. */
    private String open(ClaimJudgement head, Estimate estimate) {
        var known = "the head is " + range(estimate);
        if (!estimate.achievable() || estimate.logLow() > 0 || estimate.logHigh() < 0) {
            return known + "; " + head.verdict().reason();
        }
        return String.format(
                Locale.ROOT,
                "%s; about %d blocks like these %d would tell, or --within %s",
                known,
                blocksNeeded(estimate, within()),
                estimate.blocks(),
                Percent.bound(Percent.largest(estimate)).replace(" ", ""));
    }

    /**
     * How many blocks like these would decide, if the estimate stayed: the interval then leaves out 1, or lies inside
     * the margin. Its width falls with the root of the number of blocks.
     */
    static int blocksNeeded(Estimate estimate, double within) {
        double half = (estimate.logHigh() - estimate.logLow()) / 2;
        double off = Math.abs(estimate.logRatio());
        double target = Math.max(off, Math.log1p(within) - off);
        return Math.max(estimate.blocks() + 1, (int) Math.ceil(estimate.blocks() * Math.pow(half / target, 2)));
    }

    private double within() {
        return claim(Claim.KeepsUp.class).claim().versus().relation() instanceof Claim.KeepsUp(double share)
                ? share
                : 0;
    }

    private ClaimJudgement claim(Class<? extends Claim.Relation> relation) {
        return scenario.claims().stream()
                .filter(judgement ->
                        relation.isInstance(judgement.claim().versus().relation()))
                .findFirst()
                .orElseThrow();
    }

    private VersusVerdict verdict(ChangeOutcome change, String finding) {
        var head = claim(Claim.KeepsUp.class).verdict().estimate();
        return new VersusVerdict(
                scenario.evidence().scenario(),
                change,
                finding,
                pair(),
                head.map(Estimate::blocks).orElse(0));
    }

    private String pair() {
        var pair = claim(Claim.Ties.class).verdict();
        return pair.estimate()
                .map(estimate -> pair.outcome() == VerdictOutcome.HELD
                        ? "no difference larger than " + Percent.bound(Percent.largest(estimate))
                        : range(estimate))
                .orElse("not known");
    }

    /** Both ends of an interval: {@code between 7 % slower and 8 % faster}. */
    private String range(Estimate estimate) {
        return String.format(Locale.ROOT, "between %s and %s", end(estimate.low()), end(estimate.high()));
    }

    private String end(double ratio) {
        return ratio < 1 ? Percent.share(1 / ratio - 1) + " " + worse() : Percent.share(ratio - 1) + " " + better();
    }

    /** The arm with an invalid trial, and why; empty where every trial is valid. */
    private String invalid() {
        var evidence = scenario.evidence();
        for (var arm : evidence.scenario().arms()) {
            List<Checked> all = evidence.all(arm);
            Optional<Checked> first =
                    all.stream().filter(trial -> !trial.valid()).findFirst();
            if (first.isPresent()) {
                return String.format(
                        Locale.ROOT,
                        "%s is invalid in %d of %d blocks: %s",
                        arm.name(),
                        all.stream().filter(trial -> !trial.valid()).count(),
                        all.size(),
                        first.get().failed().getFirst());
            }
        }
        return "";
    }

    private String better() {
        return amount() ? "better" : "faster";
    }

    private String worse() {
        return amount() ? "worse" : "slower";
    }

    private boolean amount() {
        return AMOUNTS.contains(
                scenario.evidence().scenario().judging().primary().quantity());
    }
}
