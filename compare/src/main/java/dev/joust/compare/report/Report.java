package dev.joust.compare.report;

import dev.joust.compare.stats.VerdictOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A session as reports show it; {@code report.json} is this record.
 *
 * @param format the version of this format
 * @param scenarios in the order of the session, the controls among them
 * @param statements of the article, where the session tests one
 * @param scaling the sweeps, and the serial fractions
 */
public record Report(
        int format,
        ReportHeading heading,
        List<ScenarioReport> scenarios,
        List<StatementReport> statements,
        ContextReport context,
        ScalingReport scaling) {
    /** The format that is written. */
    public static final int FORMAT = 5;

    /**
     * Which session it is and whether it can be believed.
     *
     * @param started date and time with their offset, as ISO 8601
     * @param seed of orders and units
     */
    public record ReportHeading(
            String session, String started, ProfileReport profile, long seed, StatusReport status) {}

    /** The scenarios that compare models. */
    public List<ScenarioReport> comparisons() {
        return scenarios.stream().filter(scenario -> !scenario.control()).toList();
    }

    /** The scenarios that compare models by themselves, not as one value of a sweep. */
    public List<ScenarioReport> questions() {
        return comparisons().stream()
                .filter(scenario -> scaling.sweeps().stream()
                        .noneMatch(sweep -> sweep.has(scenario.question().name())))
                .toList();
    }

    /** All scenarios in reading order: those that compare models before the controls. */
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

    /** The A/A pair in the shape of a scenario; empty where none ran. */
    public Optional<ControlReport> ownPair(ScenarioReport scenario) {
        return context.controls().controls().stream()
                .filter(control -> control.kind() == ControlReport.ControlKind.OWN_PAIR
                        && control.scenario().equals(scenario.question().name()))
                .findFirst();
    }

    /** How many of the verdicts on claims may be wrong by chance, in one sentence; empty where no claim is judged. */
    public String falseDecisions() {
        long judged = claims().stream()
                .filter(claim -> claim.outcome() != VerdictOutcome.NOT_APPLICABLE)
                .count();
        return heading.profile().falseDecisions(judged);
    }

    /** How many claims and crossovers got each verdict: {@code 3 held, 1 refuted}; empty without any. */
    public String tally() {
        return ClaimReport.tallyOf(Stream.concat(
                        claims().stream().map(ClaimReport::outcome),
                        scaling.sweeps().stream()
                                .flatMap(sweep -> sweep.crossovers().stream())
                                .map(SweepReport.CrossoverReport::outcome))
                .toList());
    }
}
