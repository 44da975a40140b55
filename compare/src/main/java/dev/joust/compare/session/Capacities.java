package dev.joust.compare.session;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Control;
import dev.joust.scenario.Load;
import dev.joust.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * The capacities that the open loads of a session are shares of. Scenarios that differ in nothing but the share have
 * the same capacity, which is measured in the first of them. The two arms of an A/A pair have that of the model's arm
 * in the scenario whose shape the pair has.
 *
 * @param planned the scenarios of the session
 */
public record Capacities(List<Scenario> planned, List<MeasuredCapacity> measured) {

    /** Whether the trials of a scenario wait for a capacity. */
    public static boolean needed(Scenario scenario) {
        return scenario.workload().load() instanceof Load.Open open
                && open.share().isPresent();
    }

    /** The scenario that measures the capacity of an arm; this one, or an earlier one with the same work. */
    public Scenario measuredIn(Scenario scenario, Arm arm) {
        return planned.stream()
                .filter(other -> needed(other)
                        && !(other.judging().control().isPresent())
                        && sameWork(other, scenario)
                        && other.arms().contains(arm))
                .findFirst()
                .orElse(scenario);
    }

    /** The capacity of an arm; empty where it is not measured. */
    public Optional<MeasuredCapacity> of(Scenario scenario, Arm arm) {
        var source = measuredIn(scenario, arm);
        return measured.stream()
                .filter(one -> one.scenario().equals(source.name()) && one.arm().equals(arm.name()))
                .findFirst();
    }

    /**
     * The whole rate at which an arm's trials run, in units per second. Empty where the arm has no capacity, whatever
     * the others have.
     */
    public Optional<Double> rate(Scenario scenario, Arm arm) {
        var share = ((Load.Open) scenario.workload().load()).share().orElseThrow();
        var base = base(scenario);
        var own = of(base, base == scenario ? arm : scenario.arms().getFirst()).flatMap(MeasuredCapacity::perSecond);
        if (own.isEmpty() || share.own()) {
            return own.map(perSecond -> share.share() * perSecond);
        }
        return base.arms().stream()
                .flatMap(other -> of(base, other).flatMap(MeasuredCapacity::perSecond).stream())
                .min(Double::compare)
                .map(perSecond -> share.share() * perSecond);
    }

    /** The scenario whose shape an A/A pair has; any other scenario itself. */
    public Scenario base(Scenario scenario) {
        return scenario.judging()
                .control()
                .flatMap(control ->
                        control instanceof Control.OwnPair(String name) ? Optional.of(name) : Optional.empty())
                .flatMap(name -> planned.stream()
                        .filter(other -> other.name().equals(name))
                        .findFirst())
                .orElse(scenario);
    }

    private static boolean sameWork(Scenario one, Scenario other) {
        var load = (Load.Open) one.workload().load();
        return one.workload().classes().equals(other.workload().classes())
                && one.pod().equals(other.pod())
                && other.workload().load() instanceof Load.Open open
                && load.rates().keySet().equals(open.rates().keySet())
                && load.rates().keySet().stream()
                        .allMatch(name -> load.rates().get(name).atStart()
                                == open.rates().get(name).atStart())
                && load.arrivals().equals(open.arrivals());
    }
}
