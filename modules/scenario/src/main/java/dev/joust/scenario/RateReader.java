package dev.joust.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the rates of an open load, whose shapes are checked: for each class of work, or divided by weight. */
final class RateReader {
    private final List<WorkClass> classes;
    private final Optional<Value> time;

    /** @param time the value of {@code for}; empty: there is none */
    RateReader(List<WorkClass> classes, Optional<Value> time) {
        this.classes = classes;
        this.time = time;
    }

    /** The rate of each class, by its name, in the order of the file. All last equally long. */
    Map<String, Rate> read(Value rate) {
        var perClass = rate.isMapping() ? perClass(rate) : Map.<String, Value>of();
        var given = rate.isMapping() ? List.copyOf(perClass.values()) : List.of(rate);
        var length = length(rate, given);
        Map<String, Rate> rates = new LinkedHashMap<>();
        if (rate.isMapping()) {
            perClass.forEach((name, value) -> rates.put(name, rate(value, length)));
        } else {
            var whole = rate(rate, length);
            shares(classes).forEach((name, share) -> rates.put(name, whole.times(share)));
        }
        return rates;
    }

    /** The share of each class in all units, by weight. */
    static Map<String, Double> shares(List<WorkClass> classes) {
        double all = classes.stream().mapToInt(WorkClass::weight).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        classes.forEach(type -> shares.put(type.name(), type.weight() / all));
        return shares;
    }

    /**
     * A rate in units per second.
     *
     * @param at where it stands
     */
    static double perSecond(Value at, String text) {
        var match = OpenLoadLanguage.RATE.matcher(text.strip());
        if (!match.matches()) {
            throw at.bad(String.format(
                    Locale.ROOT, "'%s' must be a rate per s or min, for example 120/s, found '%s'", at.key(), text));
        }
        double rate = Double.parseDouble(match.group(1)) / (match.group(2).equals("min") ? 60 : 1);
        if (rate <= 0 || rate > Language.MAX_RATE) {
            throw at.bad(String.format(
                    Locale.ROOT, "'%s' must be above 0/s to %.0f/s, found '%s'", at.key(), Language.MAX_RATE, text));
        }
        return rate;
    }

    private Map<String, Value> perClass(Value rate) {
        return rate.each(classes.stream().map(WorkClass::name).toList());
    }

    /** The time of the stages, where a rate has them, else that of {@code for}. */
    private Duration length(Value rate, List<Value> given) {
        var staged = given.stream().filter(Value::isSequence).toList();
        if (staged.isEmpty()) {
            return time.orElseThrow(() -> rate.bad("a rate without stages needs 'for'"))
                    .duration();
        }
        time.ifPresent(value -> {
            throw value.bad("'for' cannot stand beside stages, whose times are the time of the load");
        });
        var length = stages(staged.getFirst()).length();
        for (var other : staged) {
            if (!stages(other).length().equals(length)) {
                throw other.bad(String.format(
                        Locale.ROOT,
                        "the stages of '%s' last %s, those of '%s' %s",
                        other.key(),
                        Durations.format(stages(other).length()),
                        staged.getFirst().key(),
                        Durations.format(length)));
            }
        }
        return length;
    }

    private static Rate rate(Value value, Duration length) {
        return value.isSequence() ? stages(value) : Rate.constant(perSecond(value, value.text()), length);
    }

    private static Rate stages(Value list) {
        if (list.items().size() > OpenLoadBounds.MAX_STAGES) {
            throw list.bad(String.format(
                    Locale.ROOT,
                    "a rate has at most %d stages, found %d",
                    OpenLoadBounds.MAX_STAGES,
                    list.items().size()));
        }
        List<Rate.Stage> stages = new ArrayList<>();
        for (var item : list.items()) {
            stages.add(stage(item, stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast())));
        }
        return new Rate(stages);
    }

    private static Rate.Stage stage(Value item, Optional<Rate.Stage> before) {
        var fields = item.section();
        var at = fields.optional("at");
        var to = fields.optional("to");
        var constant = fields.optional("for");
        var ramp = fields.optional("over");
        if (at.isPresent() && constant.isPresent() && to.isEmpty() && ramp.isEmpty()) {
            double rate = perSecond(at.get(), at.get().text());
            return new Rate.Stage(constant.get().duration(), rate, rate);
        }
        if (to.isPresent() && ramp.isPresent() && at.isEmpty() && constant.isEmpty()) {
            double from = before.orElseThrow(
                            () -> item.bad("the first stage needs its rate, for example {at: 50/s, for: 5s}"))
                    .to();
            return new Rate.Stage(
                    ramp.get().duration(), from, perSecond(to.get(), to.get().text()));
        }
        throw item.bad(String.format(
                Locale.ROOT,
                "a stage is {at: 50/s, for: 5s} or {to: 200/s, over: 5s}, found: %s",
                String.join(", ", fields.entries().keySet())));
    }
}
