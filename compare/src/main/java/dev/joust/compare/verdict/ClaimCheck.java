package dev.joust.compare.verdict;

import dev.joust.compare.session.Session;
import dev.joust.compare.stats.BeatsRule;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.KeepsUpRule;
import dev.joust.compare.stats.LogRatios;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.Rule;
import dev.joust.compare.stats.TiesRule;
import dev.joust.compare.stats.Verdict;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.scenario.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges one claim after another by the evidence of their scenario. A machine that lacks the cores of a claim has no
 * part in it, unless every machine that is judged lacks them.
 */
record ClaimCheck(Session session) {

    ClaimJudgement judge(Claim claim, Evidence evidence, Look look) {
        var values = values(claim, evidence);
        var refused = refusal(claim, evidence, advantages(claim, values), look);
        if (refused.isPresent()) {
            return new ClaimJudgement(claim, refused.get());
        }
        var rule = rule(claim);
        var machines = values.byMachine(claim.versus().arm(), claim.versus().other(), look.confidence());
        var together = rule.judge(advantages(claim, values), look.confidence());
        return new ClaimJudgement(
                claim,
                AcrossMachines.agreed(together, rule, machines),
                AcrossMachines.of(rule, machines, look.confidence()));
    }

    /** Why a claim is not judged by its rule. */
    private Optional<Verdict> refusal(Claim claim, Evidence evidence, LogRatios advantages, Look look) {
        var unavailable = session.plan().unavailable().stream()
                .filter(arm -> arm.concerns(evidence.scenario().name(), claim))
                .findFirst();
        if (unavailable.isPresent()) {
            return Optional.of(Verdict.notApplicable(String.format(
                    Locale.ROOT,
                    "%s is not available: %s",
                    unavailable.get().arm(),
                    unavailable.get().reason())));
        }
        var without = evidence.without(claim.metric());
        without.keySet().retainAll(List.of(claim.versus().arm(), claim.versus().other()));
        if (!without.isEmpty()) {
            return Optional.of(Verdict.inconclusive(reason(claim, without)));
        }
        if (advantages.isEmpty()) {
            var absence = Stream.of(claim.versus().arm(), claim.versus().other())
                    .flatMap(name -> evidence
                            .absence(claim.metric(), evidence.scenario().arm(name))
                            .map(because -> none(claim, name, because))
                            .stream())
                    .findFirst();
            if (absence.isPresent()) {
                return Optional.of(Verdict.inconclusive(absence.get()));
            }
        }
        if (!anywhere(claim, evidence)) {
            var tie = new TiesRule(session.plan().looks().margin()).judge(advantages, look.confidence());
            return Optional.of(tie.withoutNeed(String.format(
                    Locale.ROOT, "it needs %s cores, its trials had %s", claim.cores(), granted(evidence))));
        }
        return Optional.empty();
    }

    /** The most cores that its judged trials had on any machine; before the first of them, those of all machines. */
    private static int granted(Evidence evidence) {
        var cores = evidence.blocks().isEmpty()
                ? everywhere(evidence)
                : evidence.strata().stream().distinct().mapToInt(evidence.checks()::cores);
        return cores.map(evidence.scenario()::cores).max().orElseThrow();
    }

    private static IntStream everywhere(Evidence evidence) {
        return evidence.checks().all().stream().mapToInt(ValidityChecks::cores);
    }

    /** Whether a machine has the cores that a claim needs. */
    private static boolean anywhere(Claim claim, Evidence evidence) {
        return granted(evidence) >= claim.cores();
    }

    /** The values of the machines that have the cores. */
    static Blocks values(Claim claim, Evidence evidence) {
        var values = evidence.values(claim.metric());
        return anywhere(claim, evidence)
                ? values.where(
                        stratum -> evidence.scenario().cores(evidence.checks().cores(stratum)) >= claim.cores())
                : values;
    }

    /** Arms with the same lack of a value are one sentence. */
    private static String reason(Claim claim, Map<String, MetricReading> without) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        without.forEach((arm, reading) -> byReason.computeIfAbsent(reason(claim, reading), _ -> new ArrayList<>())
                .add(arm));
        return byReason.entrySet().stream()
                .map(reason -> String.format(Locale.ROOT, reason.getKey(), String.join(" and ", reason.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static String reason(Claim claim, MetricReading reading) {
        return switch (reading) {
            case MetricReading.AtLeast(double _, String because) ->
                String.format(
                        Locale.ROOT, "only a lower bound is known of %s of %%s, because %s", claim.metric(), because);
            case MetricReading.Missed(String because) -> none(claim, "%s", because.replace("%", "%%"));
            case MetricReading.Absent(String because) -> none(claim, "%s", because.replace("%", "%%"));
            case MetricReading.KnownValue _ -> throw new IllegalArgumentException("a value is no lack: " + reading);
        };
    }

    private static String none(Claim claim, String arm, String because) {
        return String.format(Locale.ROOT, "%s has no value of %s: %s", arm, claim.metric(), because);
    }

    static LogRatios advantages(Claim claim, Blocks values) {
        return values.advantages(claim.versus().arm(), claim.versus().other());
    }

    static Rule rule(Claim claim) {
        return switch (claim.versus().relation()) {
            case Claim.Beats(double by) -> new BeatsRule(by);
            case Claim.Ties(double within) -> new TiesRule(within);
            case Claim.KeepsUp(double within) -> new KeepsUpRule(within);
        };
    }
}
