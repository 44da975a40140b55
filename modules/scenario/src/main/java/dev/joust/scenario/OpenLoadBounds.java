package dev.joust.scenario;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bounds of a load whose units arrive at a rate, whether a scenario file or a session's file has it. */
final class OpenLoadBounds {
    static final int MAX_STAGES = 1_000;
    static final int MAX_RECORDED = 100_000;

    /** Ten times the whole capacity. */
    static final double MAX_SHARE = 10;

    private static final double ROUNDING = 1e-6;

    /** A message quotes the file, whose names may be long. */
    private static final int MAX_LENGTH = 500;

    private final Workload workload;

    private OpenLoadBounds(Workload workload) {
        this.workload = workload;
    }

    /**
     * Checks the bounds of an open load or a capacity load; any other load has none here.
     *
     * @throws IllegalArgumentException for the first value beyond them, in one line
     */
    static void check(Workload workload) {
        var bounds = new OpenLoadBounds(workload);
        switch (workload.load()) {
            case Load.Open open -> bounds.open(open);
            case Load.Capacity capacity -> bounds.capacity(capacity);
            case Load.Batch _, Load.Closed _ -> {}
        }
    }

    private void open(Load.Open open) {
        window(open.time());
        allClasses("rate", open.rates().keySet());
        open.rates().forEach((name, rate) -> rate(name, rate, open.time()));
        open.share().ifPresent(share -> inRange("share", share.share() * 100, 0, MAX_SHARE * 100, "%"));
        arrivals(open.arrivals(), open.time());
        known("deadline", open.deadlines().keySet());
        open.deadlines().values().forEach(deadline -> part("deadline", deadline));
        open.timeout().ifPresent(timeout -> part("timeout", timeout));
        if (open.share().isEmpty()) {
            double peak =
                    open.rates().values().stream().mapToDouble(Rate::highest).sum();
            double units =
                    open.rates().values().stream().mapToDouble(Rate::units).sum();
            together(peak * burst(open.arrivals()), units);
            open.rates().forEach((name, rate) -> oneUnit(name, rate));
        }
    }

    private void capacity(Load.Capacity capacity) {
        window(capacity.time());
        allClasses("share", capacity.shares().keySet());
        capacity.shares().values().forEach(share -> inRange("share", share, 0, 1, ""));
        double all = capacity.shares().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (Math.abs(all - 1) > ROUNDING) {
            throw beyond(String.format(Locale.ROOT, "the classes' shares must be 1 together, found %s", all));
        }
        inRange("between", capacity.least(), 0, capacity.most(), "/s");
        arrivals(capacity.arrivals(), capacity.time());
        if (capacity.arrivals() instanceof Arrivals.Recorded) {
            throw beyond("a capacity load has no recorded arrivals");
        }
        together(
                capacity.most() * burst(capacity.arrivals()),
                capacity.most() * capacity.time().toNanos() / 1e9);
        capacity.promise().ifPresent(promise -> {
            known("promise", List.of(promise.of()));
            if (!(promise.percentile() > 0 && promise.percentile() < 100)) {
                throw beyond(String.format(
                        Locale.ROOT, "a percentile is above 0 and below 100, found %s", promise.percentile()));
            }
            part("promise", promise.limit());
        });
    }

    /** How often units arrive at once, and how many in all. */
    private static void together(double peak, double units) {
        if (!(peak <= Language.MAX_RATE)) {
            throw beyond(String.format(
                    Locale.ROOT,
                    "all classes together arrive at up to %.0f/s; at most %.0f/s",
                    Math.ceil(peak),
                    Language.MAX_RATE));
        }
        if (!(units <= Language.MAX_UNITS)) {
            throw beyond(String.format(Locale.ROOT, "%.0f units arrive in all; at most %d", units, Language.MAX_UNITS));
        }
    }

    private static void oneUnit(String name, Rate rate) {
        if (rate.units() < 1 - ROUNDING) {
            throw beyond(String.format(
                    Locale.ROOT,
                    "%.2f units of '%s' arrive in %s; at least 1",
                    rate.units(),
                    name,
                    Durations.format(rate.length())));
        }
    }

    /** How much higher than its mean a rate is while units arrive. */
    private static double burst(Arrivals arrivals) {
        return arrivals instanceof Arrivals.Bursty(Duration on, Duration off)
                ? (double) on.plus(off).toNanos() / on.toNanos()
                : 1;
    }

    private static void rate(String name, Rate rate, Duration time) {
        if (rate.stages().isEmpty() || rate.stages().size() > MAX_STAGES) {
            throw beyond(String.format(
                    Locale.ROOT,
                    "a rate has 1 to %d stages, found %d",
                    MAX_STAGES,
                    rate.stages().size()));
        }
        for (var stage : rate.stages()) {
            within("stage", stage.length(), OpenLoadLanguage.MIN_PART, Language.MAX_WINDOW);
            inRange(name, stage.from(), 0, Language.MAX_RATE, "/s");
            inRange(name, stage.to(), 0, Language.MAX_RATE, "/s");
        }
        if (!rate.length().equals(time)) {
            throw beyond(String.format(
                    Locale.ROOT,
                    "the stages of '%s' last %s, the load %s",
                    name,
                    Durations.format(rate.length()),
                    Durations.format(time)));
        }
    }

    private void arrivals(Arrivals arrivals, Duration time) {
        switch (arrivals) {
            case Arrivals.Poisson _, Arrivals.Uniform _ -> {}
            case Arrivals.Bursty(Duration on, Duration off) -> {
                part("on", on);
                part("off", off);
                if (on.plus(off).compareTo(time) > 0) {
                    throw beyond(String.format(
                            Locale.ROOT,
                            "a burst and its pause last %s, the load only %s",
                            Durations.format(on.plus(off)),
                            Durations.format(time)));
                }
            }
            case Arrivals.Recorded(var nanos) -> recorded(nanos, time);
        }
    }

    private void recorded(Map<String, List<Long>> nanos, Duration time) {
        allClasses("arrivals", nanos.keySet());
        long all = nanos.values().stream().mapToLong(List::size).sum();
        if (all > MAX_RECORDED) {
            throw beyond(String.format(Locale.ROOT, "%d recorded arrivals; at most %d", all, MAX_RECORDED));
        }
        nanos.values().forEach(instants -> {
            long before = 0;
            for (long instant : instants) {
                if (instant < before || instant >= time.toNanos()) {
                    throw beyond(String.format(
                            Locale.ROOT,
                            "recorded arrivals must ascend from 0 to %d ns, found %d",
                            time.toNanos(),
                            instant));
                }
                before = instant;
            }
        });
    }

    private void allClasses(String key, Collection<String> found) {
        known(key, found);
        if (!new HashSet<>(found).containsAll(names())) {
            throw beyond(String.format(Locale.ROOT, "'%s' needs each of %s, found %s", key, names(), found));
        }
    }

    private void known(String key, Collection<String> found) {
        for (var name : found) {
            if (!names().contains(name)) {
                throw beyond(String.format(Locale.ROOT, "unknown work '%s' in %s; known: %s", name, key, names()));
            }
        }
    }

    private List<String> names() {
        return workload.classes().stream().map(WorkClass::name).toList();
    }

    private static void window(Duration time) {
        within("time", time, Language.MIN_WINDOW, Language.MAX_WINDOW);
    }

    private static void part(String key, Duration time) {
        within(key, time, OpenLoadLanguage.MIN_PART, Language.MAX_TIME);
    }

    private static void within(String key, Duration time, Duration min, Duration max) {
        if (time.compareTo(min) < 0 || time.compareTo(max) > 0) {
            throw beyond(String.format(
                    Locale.ROOT,
                    "'%s' must be %s to %s, found %s",
                    key,
                    Durations.format(min),
                    Durations.format(max),
                    time.compareTo(max) > 0 ? "more" : Durations.format(time)));
        }
    }

    /** Above {@code above} and at most {@code max}; not a number is neither. */
    private static void inRange(String key, double value, double above, double max, String unit) {
        if (!(value > above && value <= max)) {
            throw beyond(String.format(
                    Locale.ROOT, "'%s' must be above %.0f to %.0f%s, found %s%s", key, above, max, unit, value, unit));
        }
    }

    private static IllegalArgumentException beyond(String message) {
        var line = message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) + "…" : message;
        return new IllegalArgumentException(PrintableText.line(line));
    }
}
