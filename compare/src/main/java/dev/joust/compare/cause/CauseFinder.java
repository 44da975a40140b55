package dev.joust.compare.cause;

import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.SessionStatus;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the cause of each arm of a scenario, from the medians over its valid trials. It names none where the data are
 * thin or the trials disagree.
 *
 * @param status whether the verdicts on the scenario can be believed
 */
public record CauseFinder(Evidence evidence, SessionStatus status) {
    /** The median of two trials is as good as the worse of them. */
    static final int MIN_TRIALS = 3;

    /** A mean of fewer units is that of a few. */
    static final int MIN_UNITS = 20;

    /** The share of the trials that must show the cause of the medians. */
    static final double AGREEMENT = 2.0 / 3;

    /** The cause of this arm. */
    public Cause of(Arm arm) {
        var valid = evidence.valid(arm);
        return refusal(valid).or(() -> tooFewUnits(arm, valid)).orElseGet(() -> of(arm, valid));
    }

    /** Reads a trial by the cores of its machine. */
    private CauseReader reader(Arm arm, Result trial) {
        return new CauseReader(
                evidence.scenario(), arm, evidence.checks().of(trial).cores());
    }

    private Optional<Cause> refusal(List<Result> valid) {
        var scenario = evidence.scenario();
        if (status == SessionStatus.DISTURBED) {
            return refused("the machine was disturbed");
        }
        if (scenario.workload().load() instanceof Load.Capacity) {
            return refused("a search for the capacity has no single window");
        }
        var metric = scenario.judging().primary();
        switch (metric.quantity()) {
            case CPU_PER_UNIT, MEMORY_PER_UNIT_IN_FLIGHT, MEMORY, CAPACITY, SLO_CAPACITY -> {
                return refused(metric + " is no speed in a window");
            }
            default -> {
                return valid.size() >= MIN_TRIALS
                        ? Optional.empty()
                        : refused(String.format(
                                Locale.ROOT,
                                "%d valid trial%s, at least %d are needed",
                                valid.size(),
                                valid.size() == 1 ? "" : "s",
                                MIN_TRIALS));
            }
        }
    }

    private Optional<Cause> tooFewUnits(Arm arm, List<Result> valid) {
        var reader = reader(arm, valid.getFirst());
        long done = reader.done(valid);
        return done >= MIN_UNITS
                ? Optional.empty()
                : refused(String.format(
                        Locale.ROOT,
                        "%d units of %s in all trials, at least %d are needed",
                        done,
                        reader.type().name(),
                        MIN_UNITS));
    }

    private static Optional<Cause> refused(String reason) {
        return Optional.of(Cause.notKnown(reason, ""));
    }

    private Cause of(Arm arm, List<Result> valid) {
        var trials = valid.stream().map(trial -> reader(arm, trial).read(trial)).toList();
        return of(trials);
    }

    /** The cause that these trials show. */
    static Cause of(List<CauseFigures> trials) {
        var medians = CauseFigures.medians(trials);
        var rule = CauseRules.first(medians);
        if (rule.isEmpty()) {
            return Cause.notKnown(CauseTexts.noRule(medians), CauseTexts.against(CauseKind.NOT_KNOWN, medians));
        }
        var kind = rule.get().kind();
        long agree = trials.stream()
                .filter(trial -> CauseRules.first(trial).map(CauseRule::kind).equals(Optional.of(kind)))
                .count();
        if (agree < AGREEMENT * trials.size()) {
            return Cause.notKnown(
                    String.format(
                            Locale.ROOT,
                            "the trials disagree: %d of %d show '%s', as their medians do",
                            agree,
                            trials.size(),
                            kind.word()),
                    CauseTexts.against(CauseKind.NOT_KNOWN, medians));
        }
        return new Cause(kind, rule.get().because().apply(medians), CauseTexts.against(kind, medians));
    }
}
