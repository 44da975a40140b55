package dev.joust.compare.verdict;

import dev.joust.compare.session.Attempts;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Estimate;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which machines of a merged session are left out whole, before anything is judged. Only controls and disturbance
 * decide, never a trial of a claim, so leaving a machine out cannot favour a model.
 *
 * <ul>
 *   <li>A control of the session does not give its known answer there: an A/A pair is apart by more than the
 *       margin, by an interval of the look's confidence or, with fewer blocks, by all of them, three at least. Three
 *       blocks of a pair at the margin itself are all beyond it in one of eight sessions, of equal models much less
 *       often. Or the analytic control is off in the estimate of two blocks at least.
 *   <li>More than a quarter of its blocks of a scenario stayed disturbed, and two at least. One disturbed block of
 *       three is left to the rule for the whole session.
 * </ul>
 *
 * <p>A machine may have run several shards. A control fails there by the blocks of one of them, since each has its own
 * service and its own calibration, or by those of all of them.
 *
 * <p>A control that only does not show its answer leaves nobody out: the blocks of one machine are few.
 */
record MachineExclusion(Session session, ResultChecker checker) {
    private static final int MIN_PAIR = 3;
    private static final int MIN_ANALYTIC = 2;
    private static final int MIN_DISTURBED = 2;

    /** By name; empty in a session of one machine. */
    List<LeftOutMachine> of(Attempts attempts) {
        if (session.hosts().isEmpty() || !session.plan().looks().judges()) {
            return List.of();
        }
        var machines = attempts.by(SessionHosts.of(session)::machine);
        return machines.size() < 2
                ? List.of()
                : machines.entrySet().stream()
                        .flatMap(machine -> leftOut(machine.getKey(), machine.getValue()).stream())
                        .toList();
    }

    private Optional<LeftOutMachine> leftOut(String machine, Attempts own) {
        var disturbed = first(scenario -> disturbance(scenario, own));
        if (disturbed.isPresent()) {
            return disturbed.map(reason -> new LeftOutMachine(machine, reason, true));
        }
        var shards = own.by(Result::host).values();
        return Stream.concat(shards.stream(), shards.size() > 1 ? Stream.of(own) : Stream.empty())
                .flatMap(blocks -> first(scenario -> failure(scenario, blocks)).stream())
                .findFirst()
                .map(reason -> new LeftOutMachine(machine, reason, false));
    }

    private Optional<String> first(Function<Scenario, Optional<String>> reason) {
        return session.plan().scenarios().stream()
                .flatMap(scenario -> reason.apply(scenario).stream())
                .findFirst();
    }

    private Optional<String> disturbance(Scenario scenario, Attempts own) {
        var blocks = Evidence.of(scenario, checker, own).disturbed();
        return blocks.tooMany() && blocks.disturbed() >= MIN_DISTURBED
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "its machine was disturbed in %d of %d blocks of %s",
                        blocks.disturbed(),
                        blocks.blocks(),
                        scenario.name()))
                : Optional.empty();
    }

    private Optional<String> failure(Scenario scenario, Attempts own) {
        return scenario.judging()
                .control()
                .flatMap(control -> failure(control, scenario, own))
                .map(found -> String.format(Locale.ROOT, "its control %s failed: %s", scenario.name(), found));
    }

    private Optional<String> failure(Control control, Scenario scenario, Attempts own) {
        return switch (control) {
            case Control.Same _ ->
                estimate(scenario, own, MIN_PAIR)
                        .filter(this::apart)
                        .map(found -> text("a model and itself are apart by %.3f [%.3f, %.3f]", found));
            case Control.Expects(double times, double within) ->
                estimate(scenario, own, MIN_ANALYTIC)
                        .filter(found -> Math.abs(found.ratio() / times - 1) > within)
                        .map(found -> text("by arithmetic it is " + times + ", measured %.3f [%.3f, %.3f]", found));
            case Control.OwnPair _, Control.Slower _ -> Optional.empty();
        };
    }

    private static String text(String format, Estimate found) {
        return String.format(Locale.ROOT, format, found.ratio(), found.low(), found.high());
    }

    private boolean apart(Estimate found) {
        double edge = Math.log1p(session.plan().looks().margin());
        return found.logLow() > edge || found.logHigh() < -edge;
    }

    private Optional<Estimate> estimate(Scenario scenario, Attempts own, int least) {
        var evidence = Evidence.of(scenario, checker, own);
        var advantages = evidence.values(scenario.judging().primary())
                .advantages(
                        scenario.arms().getFirst().name(),
                        scenario.arms().getLast().name());
        return advantages.blocks() < least
                ? Optional.empty()
                : Optional.of(Estimate.of(
                        advantages,
                        session.plan().looks().at(advantages.blocks()).confidence()));
    }
}
