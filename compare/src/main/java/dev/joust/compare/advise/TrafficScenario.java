package dev.joust.compare.advise;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Pod;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Rate;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.TrafficProfile;
import dev.joust.scenario.TrafficProfile.TrafficClass;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The scenario that measures a traffic: an open load of it or, for {@code slo-capacity}, a search for the rate at which
 * the deadline holds.
 *
 * @param models that are measured
 * @param cautions what the reader must know before it runs
 */
public record TrafficScenario(TrafficProfile profile, List<String> models, TrialTime trial, List<String> cautions) {
    private static final int MAX_SLOTS = 20_000;
    private static final int MAX_WEIGHT = 1_000;
    private static final double MAX_RATE = 100_000;
    private static final double MAX_UNITS = 1_000_000;

    /**
     * Chooses what is measured.
     *
     * @param all also what the arithmetic rules out
     * @param measurable the models that take an open load
     * @param blocks in which each model runs a trial
     */
    public static TrafficScenario of(
            TrafficProfile profile, Arithmetic arithmetic, boolean all, List<String> measurable, int blocks) {
        var now = profile.models().now();
        List<String> cautions = new ArrayList<>();
        now.filter(model -> !measurable.contains(model))
                .ifPresent(model -> cautions.add(String.format(
                        Locale.ROOT,
                        "%s takes no open load, so it is not measured; its arithmetic is above%s",
                        model,
                        ModelKind.of(model) == ModelKind.LOCK ? ", and gil-threads has the same lock" : "")));
        var models = arithmetic.forecasts().stream()
                .filter(forecast -> all
                        || forecast.works()
                        || now.filter(forecast.model()::equals).isPresent())
                .map(Forecast::model)
                .filter(measurable::contains)
                .toList();
        var trial = TrialTime.of(profile, blocks);
        trial.caution().ifPresent(cautions::add);
        return new TrafficScenario(profile, models, trial, List.copyOf(cautions));
    }

    /** Its name in the session. A pod adds its limits to it. */
    public String name() {
        return profile.pod().map(pod -> profile.name() + "-" + pod.suffix()).orElse(profile.name());
    }

    /** The limits of each trial; empty without any. */
    public List<Pod> pods() {
        return profile.pod().stream().toList();
    }

    /** The scenario, without the limits of the pod, which are options of {@code run}. */
    public Scenario scenario(Arithmetic arithmetic) {
        return new Scenario(
                profile.name(),
                String.format(Locale.ROOT, "Which model suits the traffic of %s?", profile.name()),
                Optional.empty(),
                new Workload(classes(), load()),
                Optional.empty(),
                models.stream().map(model -> arm(model, arithmetic)).toList(),
                new Scenario.Judging(trial.metric(), List.of(), Optional.empty()),
                Optional.empty());
    }

    private boolean searchesCapacity() {
        return trial.metric().quantity() == Quantity.SLO_CAPACITY;
    }

    private Load load() {
        return searchesCapacity() ? capacity() : open();
    }

    private Load open() {
        Map<String, Rate> rates = new LinkedHashMap<>();
        Map<String, Duration> deadlines = new LinkedHashMap<>();
        for (var type : profile.traffic()) {
            rates.put(type.name(), Rate.constant(type.perSecond(), trial.time()));
            type.deadline().ifPresent(deadline -> deadlines.put(type.name(), deadline));
        }
        return new Load.Open(
                rates, Optional.empty(), new Arrivals.Poisson(), trial.time(), deadlines, Optional.empty());
    }

    /** From a tenth of the rate to ten times the rate, in whole units per second. */
    private Load capacity() {
        var weights = classes();
        double all = weights.stream().mapToInt(WorkClass::weight).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        weights.forEach(type -> shares.put(type.name(), type.weight() / all));
        double most = Math.min(MAX_RATE, MAX_UNITS / trial.time().toSeconds());
        return new Load.Capacity(
                shares,
                Math.max(1, Math.floor(profile.perSecond() / 10)),
                Math.floor(Math.min(most, Math.max(20, 10 * profile.perSecond()))),
                new Arrivals.Poisson(),
                trial.time(),
                Optional.of(new Promise(
                        99,
                        profile.traffic().getFirst().name(),
                        profile.traffic().getFirst().deadline().orElseThrow())));
    }

    /** A search divides its rates by weight. */
    private List<WorkClass> classes() {
        if (!searchesCapacity()) {
            return profile.traffic().stream().map(TrafficClass::work).toList();
        }
        double least = profile.traffic().stream()
                .mapToDouble(TrafficClass::perSecond)
                .min()
                .orElseThrow();
        double most = profile.traffic().stream()
                .mapToDouble(TrafficClass::perSecond)
                .max()
                .orElseThrow();
        double perWeight = Math.max(least, most / MAX_WEIGHT);
        return profile.traffic().stream()
                .map(type -> new WorkClass(
                        type.name(),
                        (int) Math.max(1, Math.round(type.perSecond() / perWeight)),
                        type.work().steps()))
                .toList();
    }

    /** With twice the slots that arithmetic needs, where that is more than the usual number. A pool has its workers. */
    private static Arm arm(String model, Arithmetic arithmetic) {
        var forecast = arithmetic.forecast(model);
        int needed = forecast.filter(found -> found.kind() != ModelKind.POOL)
                .map(found -> (int) Math.min(MAX_SLOTS, Math.ceil(2 * found.inFlight())))
                .orElse(0);
        return needed <= Load.Open.USUAL_SLOTS
                ? Arm.of(model)
                : new Arm(model, model, Optional.of(needed), 1.0, Map.of(), Map.of());
    }

    /** What decides. */
    public Metric metric() {
        return trial.metric();
    }
}
