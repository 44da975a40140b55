package dev.joust.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code open} and {@code capacity} loads, whose shapes are checked. */
final class OpenLoadReader {
    /** Groups: the percentile, and the class of work. */
    private static final Pattern PROMISED = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,6})?)(?:\\s+of\\s+(\\S.*))?");

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<WorkClass> classes;
    private final ArrivalsReader arrivalsReader;

    OpenLoadReader(List<WorkClass> classes, ArrivalsReader arrivalsReader) {
        this.classes = classes;
        this.arrivalsReader = arrivalsReader;
    }

    Load open(Value value) {
        var fields = value.section();
        var arrivals = arrivals(fields);
        var load = arrivals instanceof Arrivals.Recorded recorded
                ? recorded(fields, recorded)
                : drawn(value, fields, arrivals);
        return bounded(fields.optional("rate").orElse(value), load);
    }

    Load capacity(Value value) {
        var fields = value.section();
        var arrivals = arrivals(fields);
        if (arrivals instanceof Arrivals.Recorded) {
            throw fields.required("arrivals").bad("recorded arrivals have one rate, and a capacity load tries several");
        }
        var between = fields.required("between");
        var ends = OpenLoadLanguage.BETWEEN.matcher(between.text());
        if (!ends.matches()) {
            throw new IllegalStateException(between.text());
        }
        double least = RateReader.perSecond(between, ends.group(1));
        double most = RateReader.perSecond(between, ends.group(2));
        if (least >= most) {
            throw between.bad(String.format(
                    Locale.ROOT, "'between' goes from a lower rate to a higher one, found '%s'", between.text()));
        }
        return bounded(
                between,
                new Load.Capacity(
                        RateReader.shares(classes),
                        least,
                        most,
                        arrivals,
                        fields.required("for").duration(),
                        fields.optional("promise").map(this::promise)));
    }

    private Arrivals arrivals(Section fields) {
        return fields.optional("arrivals").map(arrivalsReader::read).orElse(new Arrivals.Poisson());
    }

    private Load.Open drawn(Value load, Section fields, Arrivals arrivals) {
        var rate = fields.optional("rate")
                .orElseThrow(() -> load.bad(String.format(
                        Locale.ROOT,
                        "open needs 'rate'; found: %s",
                        String.join(", ", fields.entries().keySet()))));
        var share = share(rate);
        var rates =
                share.isPresent() ? shared(rate, fields) : new RateReader(classes, fields.optional("for")).read(rate);
        return open(fields, rates, share, arrivals);
    }

    private Optional<Load.CapacityShare> share(Value rate) {
        if (!rate.isScalar()) {
            return Optional.empty();
        }
        var match = OpenLoadLanguage.SHARE.matcher(rate.text());
        return match.matches()
                ? Optional.of(new Load.CapacityShare(
                        new BigDecimal(match.group(1)).movePointLeft(2).doubleValue(), match.group(2) != null))
                : Optional.empty();
    }

    /** The classes' shares of a rate that is not known yet: together 1/s. */
    private Map<String, Rate> shared(Value rate, Section fields) {
        var time = fields.optional("for")
                .orElseThrow(() -> rate.bad("a share of a capacity needs 'for'"))
                .duration();
        Map<String, Rate> rates = new LinkedHashMap<>();
        RateReader.shares(classes).forEach((name, share) -> rates.put(name, Rate.constant(share, time)));
        return rates;
    }

    /** The instants before the end of the window, and the mean rate of each class. */
    private Load.Open recorded(Section fields, Arrivals.Recorded recorded) {
        fields.optional("rate").ifPresent(rate -> {
            throw rate.bad("recorded arrivals have their own rate, so 'rate' cannot stand beside them");
        });
        long last = recorded.nanos().values().stream()
                .filter(instants -> !instants.isEmpty())
                .mapToLong(List::getLast)
                .max()
                .orElseThrow();
        var all = Duration.ofMillis(last / NANOS_PER_MILLI + 1);
        var time = fields.optional("for").map(given -> cut(given, all)).orElse(all);
        Map<String, List<Long>> within = new LinkedHashMap<>();
        Map<String, Rate> rates = new LinkedHashMap<>();
        recorded.nanos().forEach((name, instants) -> {
            var kept = instants.stream().filter(nanos -> nanos < time.toNanos()).toList();
            if (kept.isEmpty()) {
                throw fields.required("arrivals")
                        .bad(String.format(
                                Locale.ROOT, "'%s' has no recorded arrival in %s", name, Durations.format(time)));
            }
            within.put(name, kept);
            rates.put(name, Rate.constant(kept.size() * 1e9 / time.toNanos(), time));
        });
        return open(fields, rates, Optional.empty(), new Arrivals.Recorded(within));
    }

    private static Duration cut(Value given, Duration all) {
        if (given.duration().compareTo(all) > 0) {
            throw given.bad(String.format(
                    Locale.ROOT,
                    "'for' cuts recorded arrivals, which end within %s, found '%s'",
                    Durations.format(all),
                    given.text()));
        }
        return given.duration();
    }

    private Load.Open open(
            Section fields, Map<String, Rate> rates, Optional<Load.CapacityShare> share, Arrivals arrivals) {
        var timeout = fields.optional("timeout").map(Value::duration);
        return new Load.Open(
                rates,
                share,
                arrivals,
                rates.values().iterator().next().length(),
                fields.optional("deadline")
                        .map(value -> deadlines(value, timeout))
                        .orElse(Map.of()),
                timeout);
    }

    private Map<String, Duration> deadlines(Value value, Optional<Duration> timeout) {
        var names = classes.stream().map(WorkClass::name).toList();
        Map<String, Value> given = new LinkedHashMap<>();
        if (value.isMapping()) {
            given.putAll(value.section().namesAmong("deadline", names).entries());
        } else {
            names.forEach(name -> given.put(name, value));
        }
        Map<String, Duration> deadlines = new LinkedHashMap<>();
        given.forEach((name, deadline) -> {
            if (timeout.filter(end -> deadline.duration().compareTo(end) > 0).isPresent()) {
                throw deadline.bad(
                        String.format(Locale.ROOT, "a deadline is not after the timeout, found '%s'", deadline.text()));
            }
            deadlines.put(name, deadline.duration());
        });
        return deadlines;
    }

    private Promise promise(Value value) {
        var fields = value.section();
        var key = fields.entries().keySet().iterator().next();
        var match = PROMISED.matcher(key);
        if (fields.entries().size() > 1 || !match.matches() || Double.parseDouble(match.group(1)) == 0) {
            throw value.bad(String.format(
                    Locale.ROOT,
                    "a promise is one percentile and its limit, {p99 of %s: 250ms}, found: %s",
                    classes.getFirst().name(),
                    String.join(", ", fields.entries().keySet())));
        }
        return new Promise(
                Double.parseDouble(match.group(1)),
                promised(fields.keys().get(key), Optional.ofNullable(match.group(2))),
                fields.required(key).duration());
    }

    private String promised(Value key, Optional<String> given) {
        var names = classes.stream().map(WorkClass::name).toList();
        var name = given.orElse(names.size() == 1 ? names.getFirst() : "");
        if (!names.contains(name)) {
            throw key.bad(String.format(
                    Locale.ROOT, "unknown work '%s' in a promise; known: %s", name, String.join(", ", names)));
        }
        return name;
    }

    /** The load, within the bounds that a session's file has too. */
    private Load bounded(Value value, Load load) {
        try {
            OpenLoadBounds.check(new Workload(classes, load));
            return load;
        } catch (IllegalArgumentException e) {
            throw value.bad(e.getMessage());
        }
    }
}
