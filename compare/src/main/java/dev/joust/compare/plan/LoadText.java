package dev.joust.compare.plan;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Promise;
import dev.joust.scenario.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A load in one line, for a reader: {@code open, 120/s of checkout for 10 s, Poisson arrivals}. */
public record LoadText(Load load) {

    @Override
    public String toString() {
        return switch (load) {
            case Load.Batch(Load.Count(int number, boolean perCore)) ->
                String.format(Locale.ROOT, "batch of %,d units%s", number, perCore ? " per core" : "");
            case Load.Closed(var inFlight, Duration time) ->
                String.format(Locale.ROOT, "closed, %s in flight for %s", each(inFlight), text(time));
            case Load.Open open -> open(open);
            case Load.Capacity capacity -> capacity(capacity);
        };
    }

    private static String open(Load.Open open) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "open, %s for %s",
                open.share().map(LoadText::share).orElseGet(() -> rates(open.rates())),
                text(open.time())));
        parts.add(arrivals(open.arrivals()));
        if (!open.deadlines().isEmpty()) {
            parts.add("deadline "
                    + open.deadlines().entrySet().stream()
                            .map(of -> text(of.getValue()) + " of " + of.getKey())
                            .collect(Collectors.joining(", ")));
        }
        open.timeout().ifPresent(timeout -> parts.add("timeout " + text(timeout)));
        return String.join(", ", parts);
    }

    private static String share(Load.CapacityShare share) {
        return String.format(
                Locale.ROOT,
                "%s %% of %s capacity",
                number(100 * share.share()),
                share.own() ? "each arm's own" : "the slowest arm's");
    }

    private static String capacity(Load.Capacity capacity) {
        return String.format(
                Locale.ROOT,
                "search for the capacity from %s/s to %s/s, %s per rate, %s%s",
                number(capacity.least()),
                number(capacity.most()),
                text(capacity.time()),
                arrivals(capacity.arrivals()),
                capacity.promise().map(LoadText::promise).orElse(""));
    }

    private static String promise(Promise promise) {
        return String.format(
                Locale.ROOT,
                ", promise p%s of %s %s",
                number(promise.percentile()),
                promise.of(),
                text(promise.limit()));
    }

    private static String rates(Map<String, Rate> rates) {
        return rates.entrySet().stream()
                .map(of -> String.format(Locale.ROOT, "%s of %s", rate(of.getValue()), of.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** Each rate at which a stage begins or ends, once: {@code 50/s to 200/s to 50/s}. */
    private static String rate(Rate rate) {
        List<String> rates = new ArrayList<>();
        for (var stage : rate.stages()) {
            for (double perSecond : new double[] {stage.from(), stage.to()}) {
                var text = number(perSecond) + "/s";
                if (rates.isEmpty() || !rates.getLast().equals(text)) {
                    rates.add(text);
                }
            }
        }
        return rates.size() > 5
                ? String.format(
                        Locale.ROOT,
                        "up to %s/s in %d stages",
                        number(rate.highest()),
                        rate.stages().size())
                : String.join(" to ", rates);
    }

    private static String arrivals(Arrivals arrivals) {
        return switch (arrivals) {
            case Arrivals.Poisson _ -> "Poisson arrivals";
            case Arrivals.Uniform _ -> "uniform arrivals";
            case Arrivals.Bursty(Duration on, Duration off) ->
                String.format(Locale.ROOT, "bursts of %s with %s between them", text(on), text(off));
            case Arrivals.Recorded _ -> "recorded arrivals";
        };
    }

    private static String each(Map<String, Integer> inFlight) {
        return inFlight.entrySet().stream()
                .map(of -> String.format(Locale.ROOT, "%,d of %s", of.getValue(), of.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String text(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis >= 1000 ? number(millis / 1000) + " s" : number(millis) + " ms";
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.3f", value).replaceFirst("0+$", "");
    }
}
