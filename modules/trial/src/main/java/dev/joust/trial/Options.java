package dev.joust.trial;

import dev.joust.scenario.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the scenario tells a model, in the model's own words. */
public record Options(String model, Map<String, String> given) {
    private static final Duration MAX_DURATION = Duration.ofDays(1);

    /**
     * The same options.
     *
     * @throws IllegalArgumentException when there is one that the model does not know
     */
    public Options known(Set<String> names) {
        var known = new TreeSet<>(names);
        for (var name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown option '%s' of %s; known: %s"
                        .formatted(name, model, known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
        return this;
    }

    /** A duration with a unit, not shorter than the least and not longer than a day. */
    public Duration duration(String name, Duration least, Duration otherwise) {
        if (!given.containsKey(name)) {
            return otherwise;
        }
        var duration =
                Durations.parse(given.get(name)).orElseThrow(() -> bad(name, Durations.FORM + ", for example 5ms"));
        if (duration.compareTo(least) < 0) {
            throw bad(name, "at least " + least.toNanos() + "ns");
        }
        if (duration.compareTo(MAX_DURATION) > 0) {
            throw bad(name, "at most " + Durations.format(MAX_DURATION));
        }
        return duration;
    }

    /** A whole number, bounds included. */
    public int number(String name, int least, int most, int otherwise) {
        var text = given.getOrDefault(name, String.valueOf(otherwise));
        if (text.matches("\\d{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw bad(name, "a whole number from %d to %d".formatted(least, most));
    }

    /** Words apart by commas, none unless given. */
    public List<String> words(String name) {
        return given.containsKey(name) ? List.of(given.get(name).split("\\s*,\\s*")) : List.of();
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name, boolean otherwise) {
        return switch (given.getOrDefault(name, String.valueOf(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "true or false");
        };
    }

    /** One of some words, the first unless given. */
    public String oneOf(String name, String... words) {
        var word = given.getOrDefault(name, words[0]);
        if (!List.of(words).contains(word)) {
            throw bad(name, String.join(" or ", words));
        }
        return word;
    }

    /** Nothing, unless this one is given in spite of a reason why it must not be. */
    public void without(String name, String reason) {
        if (given.containsKey(name)) {
            throw new IllegalArgumentException(
                    "option '%s' of %s must not be given: %s".formatted(name, model, reason));
        }
    }

    private IllegalArgumentException bad(String name, String wanted) {
        return new IllegalArgumentException(
                "option '%s' of %s must be %s, found '%s'".formatted(name, model, wanted, given.get(name)));
    }
}
