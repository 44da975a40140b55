package dev.joust.compare.verdict;

import dev.joust.compare.session.Session;
import dev.joust.compare.stats.BeatsRule;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.KeepsUpRule;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.Rule;
import dev.joust.compare.stats.TiesRule;
import dev.joust.compare.stats.Verdict;
import dev.joust.scenario.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges one claim after another by the evidence of their scenario.
 *
 * @param cores the cores of the machine
 */
record ClaimCheck(Session session, int cores) {

    Verdict verdict(Claim claim, Evidence evidence, Look look) {
        var unavailable = session.plan().unavailable().stream()
                .filter(arm -> arm.concerns(evidence.scenario().name(), claim))
                .findFirst();
        if (unavailable.isPresent()) {
            return Verdict.notApplicable(String.format(
                    Locale.ROOT,
                    "%s is not available: %s",
                    unavailable.get().arm(),
                    unavailable.get().reason()));
        }
        var without = evidence.without(claim.metric());
        without.keySet().retainAll(List.of(claim.versus().arm(), claim.versus().other()));
        if (!without.isEmpty()) {
            return Verdict.inconclusive(reason(claim, without));
        }
        double[] advantages = advantages(claim, evidence.values(claim.metric()));
        if (advantages.length == 0) {
            var absence = Stream.of(claim.versus().arm(), claim.versus().other())
                    .flatMap(name -> evidence
                            .absence(claim.metric(), evidence.scenario().arm(name))
                            .map(because -> none(claim, name, because))
                            .stream())
                    .findFirst();
            if (absence.isPresent()) {
                return Verdict.inconclusive(absence.get());
            }
        }
        int granted = evidence.scenario().cores(cores);
        if (granted < claim.cores()) {
            var tie = new TiesRule(session.plan().profile().looks().margin()).judge(advantages, look.confidence());
            return tie.withoutNeed(
                    String.format(Locale.ROOT, "it needs %s cores, its trials had %s", claim.cores(), granted));
        }
        return rule(claim).judge(advantages, look.confidence());
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

    static double[] advantages(Claim claim, Blocks values) {
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
