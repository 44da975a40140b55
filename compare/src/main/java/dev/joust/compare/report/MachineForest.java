package dev.joust.compare.report;

import dev.joust.compare.report.ClaimReport.ExpectedRatio;
import dev.joust.compare.report.ForestChart.StateMark;
import dev.joust.compare.stats.VerdictOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A claim as a forest of machines: the ratio on each machine alone, on all of them, and on machines like these.
 *
 * @param id of its element in the page
 * @param claim in words
 */
public record MachineForest(String id, String claim, ExpectedRatio expected, List<MachineRow> rows) {

    /** One line of the forest. */
    public record MachineRow(String name, StateMark state, RatioReport ratio, String text) {}

    /** One per claim that was measured on several machines. */
    static List<MachineForest> of(String id, ScenarioReport scenario) {
        var claims = scenario.claims();
        return IntStream.range(0, claims.size())
                .boxed()
                .flatMap(i -> of(id + "-machines-" + i, claims.get(i)).stream())
                .toList();
    }

    private static Optional<MachineForest> of(String id, ClaimReport claim) {
        return claim.machines().map(across -> {
            List<MachineRow> rows = new ArrayList<>();
            across.machines().forEach(one -> rows.add(row(one.machine(), one.outcome(), one.measured())));
            claim.measured().ifPresent(ratio -> rows.add(row("these machines", claim.outcome(), ratio)));
            across.alike()
                    .measured()
                    .ifPresent(ratio ->
                            rows.add(row("machines like these", across.alike().outcome(), ratio)));
            return new MachineForest(id, claim.claim(), claim.origin().expected(), rows);
        });
    }

    private static MachineRow row(String name, VerdictOutcome outcome, RatioReport ratio) {
        var word = outcome.word();
        return new MachineRow(
                name,
                new StateMark(ClaimReport.symbol(outcome), word, word.replace(' ', '-')),
                ratio,
                String.format(Locale.ROOT, "%s %s, %s", ratio.text(), ratio.interval(), word));
    }
}
