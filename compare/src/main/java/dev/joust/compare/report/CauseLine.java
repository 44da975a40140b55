package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Why the first arms of a scenario are as fast as they are, and what limits the others, beside its verdict.
 *
 * @param first each of the first arms with its cause and the figures that show it
 * @param others the causes of the other arms, without figures; empty without any
 */
public record CauseLine(List<Fact> first, String others) {

    /** Empty where no arm is first, and where none of the first has a cause. */
    static Optional<CauseLine> of(ScenarioReport scenario) {
        List<Fact> first = new ArrayList<>();
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (var arm : scenario.arms()) {
            String name = arm.label().name();
            arm.cause().ifPresent(cause -> {
                if (scenario.winner().arms().contains(name)) {
                    first.add(new Fact(name, cause.shortText()));
                } else {
                    others.computeIfAbsent(cause.kind(), _ -> new ArrayList<>()).add(name);
                }
            });
        }
        List<String> parts = new ArrayList<>();
        others.forEach(
                (kind, arms) -> parts.add(String.format(Locale.ROOT, "%s: %s", WinnerReport.enumerated(arms), kind)));
        return first.isEmpty() ? Optional.empty() : Optional.of(new CauseLine(first, String.join("; ", parts)));
    }
}
