package dev.joust.compare.verdict;

import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Recalibration;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.Looks;
import dev.joust.compare.stats.Median;
import dev.joust.compare.stats.Verdict;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.Judgement.ClaimJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Claim;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Judges a session from its header, its results and its recalibrations, and from nothing else. */
public final class Judge {
    private final Session session;
    private final Looks looks;
    private final ResultChecker checker;

    /** @param recalibrations how fast the runtimes were, seen again between rounds */
    public Judge(Session session, List<Recalibration> recalibrations) {
        this(session, new ResultChecker(session, recalibrations));
    }

    /** @param checker has checked the results of this session so far */
    public Judge(Session session, ResultChecker checker) {
        this.checker = checker;
        this.session = session;
        this.looks = session.plan().looks();
    }

    public Judgement judge(List<Result> results) {
        return judge(new Attempts(results));
    }

    /**
     * Machines that are left out have no part in anything. Where each would be, all are judged, and nothing is
     * believed.
     */
    public Judgement judge(Attempts attempts) {
        var hosts = SessionHosts.of(session);
        var leftOut = new MachineExclusion(session, checker).of(attempts);
        var names = leftOut.stream().map(machine -> Optional.of(machine.name())).toList();
        boolean anyLeft = leftOut.isEmpty()
                || leftOut.size() < attempts.by(hosts::machine).size();
        var judged = anyLeft && !leftOut.isEmpty()
                ? attempts.where(result -> !names.contains(hosts.machine(result)))
                : attempts;
        var scenarios = session.plan().scenarios().stream()
                .flatMap(scenario -> scenario.byMetric().stream())
                .map(scenario -> judge(Evidence.of(scenario, checker, judged)))
                .toList();
        var status = anyLeft ? status(scenarios) : ofNone(leftOut);
        var sweeps = new SweepJudge(session).judge(scenarios);
        return status.withholds()
                ? new Judgement(
                        status,
                        scenarios.stream().map(s -> withheld(s, status)).toList(),
                        sweeps.stream()
                                .map(s -> s.withheld(withheldText(status)))
                                .toList(),
                        leftOut)
                : new Judgement(
                        status,
                        withoutContaminated(adjusted(scenarios)),
                        sweepsWithoutContaminated(scenarios, sweeps),
                        leftOut);
    }

    private static SessionStatus ofNone(List<LeftOutMachine> leftOut) {
        return leftOut.stream().allMatch(LeftOutMachine::disturbed)
                ? SessionStatus.DISTURBED
                : SessionStatus.CONTAMINATED;
    }

    private static String withheldText(SessionStatus status) {
        var reason = status == SessionStatus.DISTURBED ? "the machine was disturbed" : "a control failed";
        return String.format(Locale.ROOT, "withheld, because %s; without that: ", reason);
    }

    /** Withholds the verdicts on each scenario whose own A/A pair has a winner. The others stand. */
    private static List<ScenarioJudgement> withoutContaminated(List<ScenarioJudgement> scenarios) {
        var judged = new Judgement(SessionStatus.SOUND, scenarios);
        return scenarios.stream()
                .map(s -> judged.status(s) == SessionStatus.CONTAMINATED ? withheld(s, SessionStatus.CONTAMINATED) : s)
                .toList();
    }

    private static List<SweepJudgement> sweepsWithoutContaminated(
            List<ScenarioJudgement> scenarios, List<SweepJudgement> sweeps) {
        var judged = new Judgement(SessionStatus.SOUND, scenarios);
        var contaminated = scenarios.stream()
                .filter(scenario -> judged.status(scenario) == SessionStatus.CONTAMINATED)
                .map(scenario -> scenario.evidence().scenario().family())
                .toList();
        return sweeps.stream()
                .map(sweep -> contaminated.contains(sweep.name())
                        ? sweep.withheld(withheldText(SessionStatus.CONTAMINATED))
                        : sweep)
                .toList();
    }

    private ScenarioJudgement judge(Evidence evidence) {
        var judging = evidence.scenario().judging();
        var values = evidence.values(judging.primary());
        var arms = evidence.scenario().arms().stream()
                .map(arm -> judge(arm, evidence, values))
                .toList();
        if (!looks.judges()) {
            var unjudged = new PrimaryJudgement(arms, List.of(), Optional.empty());
            return new ScenarioJudgement(
                    evidence, unjudged, unjudged(judging.claims(), "this profile judges nothing"), Optional.empty());
        }
        // A scenario that an earlier look left open has more blocks than the others.
        var look = looks.at(evidence.blocks().size());
        var comparisons = values.comparisons(look.confidence());
        var control = judging.control().map(c -> new ControlCheck(evidence.scenario(), look, looks.margin())
                .check(c, values, session.blocks(c, look.blocks())));
        if (session.onlyShard().isPresent()) {
            var ranked = new PrimaryJudgement(arms, List.of(), Optional.empty());
            var claims = unjudged(judging.claims(), "a shard judges nothing");
            return new ScenarioJudgement(evidence, ranked, claims, control);
        }
        Optional<Winner> winner = control.isPresent()
                ? Optional.empty()
                : Optional.of(Winner.among(names(evidence), comparisons, looks.margin()));
        var claimCheck = new ClaimCheck(session);
        var claims = judging.claims().stream()
                .map(claim -> claimCheck.judge(claim, evidence, look))
                .toList();
        return new ScenarioJudgement(evidence, new PrimaryJudgement(arms, comparisons, winner), claims, control);
    }

    private static List<String> names(Evidence evidence) {
        return evidence.scenario().arms().stream().map(Arm::name).toList();
    }

    private static ArmJudgement judge(Arm arm, Evidence evidence, Blocks values) {
        double[] efficiencies = evidence.valid(arm).stream()
                .mapToDouble(result -> evidence.checks().of(result).efficiency(result))
                .filter(share -> share > 0 && Double.isFinite(share))
                .toArray();
        return new ArmJudgement(arm.name(), boxed(values.median(arm.name())), boxed(Median.of(efficiencies)));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static List<ClaimJudgement> unjudged(List<Claim> claims, String because) {
        return claims.stream()
                .map(claim -> new ClaimJudgement(claim, Verdict.notJudged(because)))
                .toList();
    }

    private SessionStatus status(List<ScenarioJudgement> scenarios) {
        var controls = scenarios.stream()
                .flatMap(s -> s.control().stream())
                .filter(ControlJudgement::general)
                .toList();
        boolean shard = session.onlyShard().isPresent();
        if (!looks.judges()) {
            return shard ? SessionStatus.SHARD : SessionStatus.UNJUDGED;
        }
        if (scenarios.stream().anyMatch(s -> s.evidence().disturbed().tooMany())) {
            return SessionStatus.DISTURBED;
        }
        var ofControls = controls.isEmpty()
                ? SessionStatus.UNCONTROLLED
                : SessionStatus.of(
                        controls.stream().map(ControlJudgement::outcome).toList());
        return shard && !ofControls.withholds() ? SessionStatus.SHARD : ofControls;
    }

    private static ScenarioJudgement withheld(ScenarioJudgement scenario, SessionStatus status) {
        return withVerdicts(
                scenario,
                claim -> claim.verdict().outcome() == VerdictOutcome.NOT_APPLICABLE
                        ? claim
                        : new ClaimJudgement(
                                claim.claim(),
                                Verdict.inconclusive(withheldText(status)
                                        + claim.verdict().outcome().word())));
    }

    /** In {@code full} all claims are one family. {@code quick} judges each claim alone, at its wider margin. */
    private List<ScenarioJudgement> adjusted(List<ScenarioJudgement> scenarios) {
        if (!looks.family() || session.onlyShard().isPresent()) {
            return scenarios;
        }
        double alpha = looks.at(0).alpha(); // each of its looks has the same
        var family = ClaimFamily.of(scenarios, alpha);
        return scenarios.stream().map(s -> withVerdicts(s, family::adjusted)).toList();
    }

    private static ScenarioJudgement withVerdicts(ScenarioJudgement scenario, UnaryOperator<ClaimJudgement> verdict) {
        return new ScenarioJudgement(
                scenario.evidence(),
                scenario.primary(),
                scenario.claims().stream().map(verdict).toList(),
                scenario.control());
    }
}
