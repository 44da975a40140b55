package dev.joust.compare.verdict;

import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.Holm;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.Rule;
import dev.joust.compare.stats.Verdict;
import dev.joust.compare.stats.Verdict.Outcome;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.Judgement.Status;
import dev.joust.scenario.Claim;
import dev.joust.scenario.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Judges a session from its header and its results, and from nothing else. */
public final class Judge {
    private final Session session;
    private final Looks looks;
    private final int cores;
    private final ResultChecker checker;

    /** @param recalibrations how fast the runtimes were, seen again between rounds */
    public Judge(Session session, List<Recalibration> recalibrations) {
        this(session, new ResultChecker(session, recalibrations));
    }

    /** @param checker has checked the results of this session so far */
    public Judge(Session session, ResultChecker checker) {
        this.checker = checker;
        this.session = session;
        this.looks = session.plan().profile().looks();
        this.cores = session.machine().environment().hardware().usableCores();
    }

    public Judgement judge(List<Result> results) {
        return judge(new Attempts(results));
    }

    public Judgement judge(Attempts attempts) {
        var scenarios = session.plan().scenarios().stream()
                .map(scenario -> judge(Evidence.of(scenario, checker, attempts)))
                .toList();
        var status = status(scenarios);
        return new Judgement(status, status == Status.CONTAMINATED ? withheld(scenarios) : adjusted(scenarios));
    }

    private ScenarioJudgement judge(Evidence evidence) {
        var judging = evidence.scenario().judging();
        var figures = evidence.figures(judging.primary());
        if (!looks.judges()) {
            return new ScenarioJudgement(
                    evidence, List.of(), Optional.empty(), unjudged(judging.claims()), Optional.empty());
        }
        var look = looks.at(evidence.blocks().size()); // what an earlier look left open has more than the others
        var comparisons = figures.comparisons(look.confidence());
        var control = judging.control()
                .map(c -> new ControlCheck(evidence.scenario(), look, looks.margin()).check(c, figures));
        Optional<Winner> winner = control.isPresent()
                ? Optional.empty()
                : Optional.of(Winner.among(figures.participants(), comparisons, looks.margin()));
        var claims = judging.claims().stream()
                .map(claim -> new ClaimJudgement(claim, verdict(claim, evidence, look)))
                .toList();
        return new ScenarioJudgement(evidence, comparisons, winner, claims, control);
    }

    private static List<ClaimJudgement> unjudged(List<Claim> claims) {
        return claims.stream()
                .map(claim -> new ClaimJudgement(claim, Verdict.inconclusive("this profile judges nothing")))
                .toList();
    }

    private Verdict verdict(Claim claim, Evidence evidence, Look look) {
        var unavailable = session.plan().unavailable().stream()
                .filter(arm -> arm.concerns(evidence.scenario().name(), claim))
                .findFirst();
        if (unavailable.isPresent()) {
            return Verdict.notApplicable("%s is not available: %s"
                    .formatted(unavailable.get().arm(), unavailable.get().reason()));
        }
        double[] advantages = advantages(claim, evidence.figures(claim.metric()));
        int granted = evidence.scenario().cores(cores);
        if (granted < claim.cores()) {
            var tie = new Rule.Ties(looks.margin()).judge(advantages, look.confidence());
            return tie.withoutNeed("it needs %d cores, its trials had %d".formatted(claim.cores(), granted));
        }
        return rule(claim).judge(advantages, look.confidence());
    }

    private static double[] advantages(Claim claim, Blocks figures) {
        return figures.advantages(claim.versus().arm(), claim.versus().other());
    }

    private static Rule rule(Claim claim) {
        return switch (claim.versus().relation()) {
            case Claim.Beats(double by) -> new Rule.Beats(by);
            case Claim.Ties(double within) -> new Rule.Ties(within);
        };
    }

    private static Status status(List<ScenarioJudgement> scenarios) {
        var controls = scenarios.stream().flatMap(s -> s.control().stream()).toList();
        if (scenarios.stream().anyMatch(s -> s.winner().isEmpty() && s.control().isEmpty())) {
            return Status.UNJUDGED;
        }
        if (controls.isEmpty()) {
            return Status.UNCONTROLLED;
        }
        return controls.stream()
                .filter(c -> !c.passed())
                .map(c -> c.control() instanceof Control.Slower || c.estimate().isEmpty()
                        ? Status.UNDERPOWERED
                        : Status.CONTAMINATED)
                .reduce((a, b) -> a == Status.CONTAMINATED ? a : b)
                .orElse(Status.SOUND);
    }

    private static List<ScenarioJudgement> withheld(List<ScenarioJudgement> scenarios) {
        return withVerdicts(
                scenarios,
                claim -> claim.verdict().outcome() == Outcome.NOT_APPLICABLE
                        ? claim.verdict()
                        : Verdict.inconclusive("withheld, because a control failed; it would be: "
                                + claim.verdict().outcome().word()));
    }

    /** Over the looks of {@code full} all claims are one family; {@code quick} judges each by itself, at its wider margins. */
    private List<ScenarioJudgement> adjusted(List<ScenarioJudgement> scenarios) {
        if (looks != Looks.FULL) {
            return scenarios;
        }
        double alpha = looks.at(0).alpha(); // the same at each of its looks
        List<ClaimJudgement> family = new ArrayList<>();
        List<Double> p = new ArrayList<>();
        for (var scenario : scenarios) {
            for (var claim : scenario.claims()) {
                var advantages = advantages(
                        claim.claim(), scenario.evidence().figures(claim.claim().metric()));
                if (claim.verdict().outcome() != Outcome.NOT_APPLICABLE && advantages.length > 0) {
                    family.add(claim);
                    p.add(rule(claim.claim()).p(advantages));
                }
            }
        }
        double[] adjusted =
                Holm.adjust(p.stream().mapToDouble(Double::doubleValue).toArray());
        return withVerdicts(scenarios, claim -> IntStream.range(0, adjusted.length)
                .filter(i -> family.get(i) == claim)
                .mapToObj(i -> claim.verdict().surviving(adjusted[i], alpha))
                .findFirst()
                .orElse(claim.verdict()));
    }

    private static List<ScenarioJudgement> withVerdicts(
            List<ScenarioJudgement> scenarios, Function<ClaimJudgement, Verdict> verdict) {
        return scenarios.stream()
                .map(s -> new ScenarioJudgement(
                        s.evidence(),
                        s.comparisons(),
                        s.winner(),
                        s.claims().stream()
                                .map(c -> new ClaimJudgement(c.claim(), verdict.apply(c)))
                                .toList(),
                        s.control()))
                .toList();
    }
}
