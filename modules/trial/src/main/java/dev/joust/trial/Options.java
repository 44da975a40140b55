package dev.joust.trial;

import dev.joust.scenario.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options that a scenario gives a model, read and checked. */
public record Options(String model, Map<String, String> given) {
    private static final Duration MAX_DURATION = Duration.ofDays(1);

    /**
     * These options, if the model knows all of them.
     *
     * @throws IllegalArgumentException when there is one with another name
     */
    public Options known(Set<String> names) {
        var known = new TreeSet<>(names);
        for (var name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "unknown option '%s' of %s; known: %s",
                        name,
                        model,
                        known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
        return this;
    }

    /** A duration with a unit, from {@code least} to one day; {@code otherwise} if it is not given. */
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

    /** A whole number from {@code least} to {@code most}, both included; {@code otherwise} if it is not given. */
    public int number(String name, int least, int most, int otherwise) {
        var text = given.getOrDefault(name, String.valueOf(otherwise));
        if (text.matches("\\d{1,10}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        throw bad(name, "a whole number from " + least + " to " + most);
    }

    /** Words separated by commas; none if it is not given. */
    public List<String> words(String name) {
        return given.containsKey(name) ? List.of(given.get(name).split("\\s*,\\s*")) : List.of();
    }

    /** {@code true} or {@code false}; {@code otherwise} if it is not given. */
    public boolean flag(String name, boolean otherwise) {
        return switch (given.getOrDefault(name, String.valueOf(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(name, "true or false");
        };
    }

    /** One of these words; the first if it is not given. */
    public String oneOf(String name, String... words) {
        var word = given.getOrDefault(name, words[0]);
        if (!List.of(words).contains(word)) {
            throw bad(name, String.join(" or ", words));
        }
        return word;
    }

    /**
     * Refuses an option that another one rules out.
     *
     * @throws IllegalArgumentException when it is given; the message is the reason
     */
    public void refuse(String name, String reason) {
        if (given.containsKey(name)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "option '%s' of %s must not be given: %s", name, model, reason));
        }
    }

    private IllegalArgumentException bad(String name, String wanted) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT, "option '%s' of %s must be %s, found '%s'", name, model, wanted, given.get(name)));
    }
}
