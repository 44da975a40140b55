package dev.joust.compare.advise;

import dev.joust.compare.advise.Forecast.ClassForecast;
import dev.joust.compare.advise.QueueSimulation.Span;
import dev.joust.compare.advise.ServiceMix.Holding;
import dev.joust.compare.advise.TrafficDemand.Servers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Says by arithmetic which models can serve the traffic, and how long its units wait. Loops and carriers of virtual
 * threads serve a unit at every stretch, which is simulated. For one thread.
 */
final class Forecaster {
    /** So that a simulation takes a fraction of a second. */
    static final int UNITS = 200_000;

    private final TrafficDemand demand;
    private final Span span;
    private final Map<Servers, Map<String, Double>> simulated = new HashMap<>();

    /**
     * Of the traffic in the long run.
     *
     * @param units how many are simulated, where a formula has no answer
     */
    Forecaster(TrafficDemand demand, int units) {
        this(demand, new Span(units / demand.perSecond(_ -> 1), 1));
    }

    /** @param span what is simulated, where a formula has no answer */
    Forecaster(TrafficDemand demand, Span span) {
        this.demand = demand;
        this.span = span;
    }

    Forecast of(String model) {
        var kind = ModelKind.of(model);
        double busy = busy(kind);
        if (busy >= 1) {
            return new Forecast(model, kind, busy, List.of(), new Forecast.Feasibility(false, tooBusy(kind, busy)));
        }
        var waits = waits(kind);
        double speed = speed(kind);
        var classes = demand.classes().stream()
                .map(type -> new ClassForecast(
                        type.name(),
                        type.rate(),
                        waits.get(type.name()),
                        waits.get(type.name()) + type.pause() + type.cpu() / speed))
                .toList();
        return new Forecast(model, kind, busy, classes, outcome(kind, classes, busy));
    }

    private double busy(ModelKind kind) {
        return switch (kind) {
            case ONE_LOOP -> demand.cpu() / demand.oneThread().speed();
            case LOCK -> demand.locked() / demand.oneThread().speed();
            case LOOP_AND_WORKERS, THREADS, CARRIERS, OTHER -> demand.cpu() / demand.cores();
            case POOL -> heldWorkers() / demand.allCores().number();
        };
    }

    private double speed(ModelKind kind) {
        return switch (kind) {
            case ONE_LOOP, LOCK -> demand.oneThread().speed();
            case LOOP_AND_WORKERS, THREADS, CARRIERS, POOL, OTHER ->
                demand.allCores().speed();
        };
    }

    private double heldWorkers() {
        return demand.perSecond(this::held);
    }

    private double held(ClassDemand type) {
        return type.pause() + type.cpu() / demand.allCores().speed();
    }

    private Map<String, Double> waits(ModelKind kind) {
        return switch (kind) {
            case ONE_LOOP -> simulated(demand.oneThread());
            case CARRIERS -> simulated(demand.allCores());
            case LOOP_AND_WORKERS, THREADS -> {
                double wait = QueueFormulas.allenCunneen(
                        stretches(demand.allCores().speed()), demand.allCores().number());
                yield perClass(type -> type.computingStretches() * wait);
            }
            case POOL -> {
                var mix = ServiceMix.of(demand.classes().stream()
                        .map(type -> new Holding(type.rate(), held(type)))
                        .toList());
                double wait = QueueFormulas.allenCunneen(mix, demand.allCores().number());
                yield perClass(_ -> wait);
            }
            case LOCK, OTHER -> perClass(_ -> 0);
        };
    }

    private Map<String, Double> simulated(Servers servers) {
        return simulated.computeIfAbsent(
                servers, of -> demand.cpu() == 0 ? perClass(_ -> 0) : new QueueSimulation(demand, of).meanWaits(span));
    }

    /** How long one thread is held per computing stretch. */
    ServiceMix stretches(double speed) {
        return ServiceMix.of(demand.classes().stream()
                .flatMap(type -> type.stretches().stream()
                        .filter(stretch -> stretch.cpu() > 0)
                        .map(stretch -> new Holding(type.rate(), stretch.cpu() / speed)))
                .toList());
    }

    private Map<String, Double> perClass(ToDoubleFunction<ClassDemand> wait) {
        Map<String, Double> waits = new HashMap<>();
        demand.classes().forEach(type -> waits.put(type.name(), wait.applyAsDouble(type)));
        return waits;
    }

    private String tooBusy(ModelKind kind, double busy) {
        return switch (kind) {
            case ONE_LOOP ->
                String.format(
                        Locale.ROOT,
                        "the loop would compute %s of each second, and it has one",
                        AdviceNumbers.time(busy));
            case LOCK ->
                String.format(
                        Locale.ROOT,
                        "the lock would be held %s of each second, and there is one",
                        AdviceNumbers.time(busy));
            case POOL ->
                String.format(
                        Locale.ROOT,
                        "units hold %s workers from beginning to end, and there are %d: %s times as many are needed",
                        AdviceNumbers.number(heldWorkers()),
                        demand.allCores().number(),
                        AdviceNumbers.number(busy));
            case LOOP_AND_WORKERS, THREADS, CARRIERS, OTHER ->
                String.format(Locale.ROOT, "the cores would be busy %s", AdviceNumbers.share(busy));
        };
    }

    private Forecast.Feasibility outcome(ModelKind kind, List<ClassForecast> classes, double busy) {
        for (var type : classes) {
            var deadline = demand.type(type.name()).deadline();
            if (deadline.filter(limit -> type.response() > limit).isPresent()) {
                return new Forecast.Feasibility(
                        false,
                        String.format(
                                Locale.ROOT,
                                "%s; %s takes %s%s on average, its deadline is %s",
                                works(kind, busy),
                                type.name(),
                                kind.hasWait() ? "" : "at least ",
                                AdviceNumbers.time(type.response()),
                                AdviceNumbers.time(deadline.get())));
            }
        }
        return new Forecast.Feasibility(true, works(kind, busy));
    }

    private String works(ModelKind kind, double busy) {
        var share = AdviceNumbers.share(busy);
        return switch (kind) {
            case ONE_LOOP ->
                String.format(
                        Locale.ROOT,
                        "the loop is %s busy; a visit to it waits %s (Pollaczek-Khinchine)",
                        share,
                        AdviceNumbers.time(QueueFormulas.pollaczekKhinchine(
                                stretches(demand.oneThread().speed()))));
            case LOCK -> "the lock is held " + share + "; its turns decide how long a unit waits";
            case LOOP_AND_WORKERS, THREADS -> "the cores are " + share + " busy (M/G/c)";
            case CARRIERS -> "the cores are " + share + " busy; who computes keeps one";
            case POOL -> "the workers are " + share + " busy (M/G/c)";
            case OTHER -> "the cores are " + share + " busy; nothing else is known of this model";
        };
    }
}
