package dev.joust.compare.verdict;

import dev.joust.compare.stats.Verdict;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The judgement on a session.
 *
 * @param status whether the session can be believed
 * @param scenarios in the order of the session; a scenario whose claims name several metrics stands once per metric
 * @param sweeps in the order of the session; each over several of the scenarios
 * @param leftOut the hosts of a merged session that are not judged, by name
 */
public record Judgement(
        SessionStatus status,
        List<ScenarioJudgement> scenarios,
        List<SweepJudgement> sweeps,
        List<LeftOutMachine> leftOut) {

    /** Without a sweep, of one machine. */
    public Judgement(SessionStatus status, List<ScenarioJudgement> scenarios) {
        this(status, scenarios, List.of(), List.of());
    }

    /**
     * The judgement on one scenario.
     *
     * @param evidence what the judgement rests on
     * @param primary what the metric that ranks the arms says
     * @param claims the verdict on each claim
     * @param control the judgement on the control, if the scenario is one
     */
    public record ScenarioJudgement(
            Evidence evidence,
            PrimaryJudgement primary,
            List<ClaimJudgement> claims,
            Optional<ControlJudgement> control) {

        /** Whether more blocks could not change an answer. */
        boolean decided() {
            return claims.stream().allMatch(c -> c.verdict().decided())
                    && control.stream().allMatch(ControlJudgement::passed);
        }
    }

    /**
     * A claim and its verdict.
     *
     * @param machines the same machine by machine; empty where one machine alone is judged, or the verdict is withheld
     */
    public record ClaimJudgement(Claim claim, Verdict verdict, Optional<AcrossMachines> machines) {
        /** On one machine. */
        ClaimJudgement(Claim claim, Verdict verdict) {
            this(claim, verdict, Optional.empty());
        }
    }

    /** What the A/A pair in the shape of this scenario or of its sweep says; empty without one. */
    public Optional<ControlJudgement> ownPair(ScenarioJudgement scenario) {
        var asked = scenario.evidence().scenario();
        var names = scenarios.stream()
                .map(one -> one.evidence().scenario())
                .filter(one -> one.name().equals(asked.name()) || one.point().isPresent() && inSweep(one, asked))
                .map(Scenario::name)
                .toList();
        return scenarios.stream()
                .flatMap(s -> s.control().stream())
                .filter(control -> control.control() instanceof Control.OwnPair(String name) && names.contains(name))
                .findFirst();
    }

    private static boolean inSweep(Scenario point, Scenario asked) {
        return asked.point().isPresent() && point.family().equals(asked.family());
    }

    /** Whether the verdicts on this scenario can be believed: by its own A/A pair too. */
    public SessionStatus status(ScenarioJudgement scenario) {
        boolean contaminated = ownPair(scenario)
                .filter(pair -> pair.outcome() == ControlOutcome.FAILED)
                .isPresent();
        return contaminated ? SessionStatus.CONTAMINATED : status;
    }

    /** All claims of the session. */
    List<ClaimJudgement> claims() {
        return scenarios.stream().flatMap(s -> s.claims().stream()).toList();
    }

    /** The names of the scenarios that more blocks could decide. */
    public List<String> open() {
        var openSweeps = sweeps.stream()
                .filter(SweepJudgement::open)
                .map(SweepJudgement::name)
                .toList();
        return scenarios.stream()
                .filter(s -> !s.decided() || isPointOf(openSweeps, s.evidence().scenario()))
                .map(s -> s.evidence().scenario().name())
                .distinct()
                .toList();
    }

    private static boolean isPointOf(List<String> sweeps, Scenario scenario) {
        return scenario.point().isPresent() && sweeps.contains(scenario.family());
    }

    /** The answer of the whole session. */
    public Conclusion conclusion() {
        return switch (status) {
            case SOUND, UNCONTROLLED -> ofClaims();
            case DISTURBED, CONTAMINATED, UNDERPOWERED -> Conclusion.NOT_BELIEVED;
            case SHARD -> Conclusion.HELD;
            case UNJUDGED ->
                scenarios.stream().allMatch(Judgement::everyTrialIsValid) ? Conclusion.HELD : Conclusion.INCONCLUSIVE;
        };
    }

    private Conclusion ofClaims() {
        if (count(VerdictOutcome.REFUTED) > 0) {
            return Conclusion.REFUTED;
        }
        boolean withheld = scenarios.stream().anyMatch(s -> status(s) == SessionStatus.CONTAMINATED);
        return withheld || count(VerdictOutcome.INCONCLUSIVE) > 0 ? Conclusion.INCONCLUSIVE : Conclusion.HELD;
    }

    private static boolean everyTrialIsValid(ScenarioJudgement scenario) {
        var evidence = scenario.evidence();
        return evidence.scenario().arms().stream()
                .allMatch(arm -> evidence.all(arm).stream().allMatch(Checked::valid)
                        && !evidence.valid(arm).isEmpty());
    }

    /** The number of claims with that verdict, crossovers among them. */
    long count(VerdictOutcome outcome) {
        return Stream.concat(
                        claims().stream().map(claim -> claim.verdict().outcome()),
                        sweeps.stream()
                                .flatMap(sweep -> sweep.crossovers().stream())
                                .map(SweepJudgement.CrossoverJudgement::outcome))
                .filter(found -> found == outcome)
                .count();
    }
}
