package dev.joust.compare.verdict;

import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.OpenResult;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The units of an open load that were intended in the window of one or more trials, and what became of them.
 *
 * @param classes of work that count; each has the result of an open load
 * @param seconds the window; of several trials their sum
 */
public record OfferedUnits(Collection<ClassResult> classes, double seconds, int trials) {
    /** Below this share done in the window, a rate is not sustained. */
    private static final double SUSTAINED = 0.99;

    /** Below this share it is not, however few units there are. */
    private static final double NEVER_SUSTAINED = 0.95;

    /** Empty where the load is another one. */
    public static Optional<OfferedUnits> of(Collection<ClassResult> classes, double seconds) {
        return !classes.isEmpty()
                        && classes.stream().allMatch(units -> units.open().isPresent())
                ? Optional.of(new OfferedUnits(classes, seconds, 1))
                : Optional.empty();
    }

    /** The units of several trials together; there is at least one. */
    public static OfferedUnits together(List<OfferedUnits> trials) {
        return new OfferedUnits(
                trials.stream().flatMap(trial -> trial.classes().stream()).toList(),
                trials.stream().mapToDouble(OfferedUnits::seconds).sum(),
                trials.size());
    }

    public long offered() {
        return sum(OpenResult::offered);
    }

    public long sent() {
        return sum(OpenResult::sent);
    }

    public long inTime() {
        return sum(OpenResult::inTime);
    }

    public long timedOut() {
        return sum(OpenResult::timedOut);
    }

    public long backlog() {
        return sum(OpenResult::backlog);
    }

    /** Units done in the window, whenever they were intended. */
    public long done() {
        return classes.stream().mapToLong(units -> units.counts().done()).sum();
    }

    /** The share of the offered units that was done in the window. */
    public double ratio() {
        return offered() == 0 ? 1 : (double) done() / offered();
    }

    /**
     * Whether the model keeps up with the rate. Beside one percent of the units it may lack those that any model has in
     * flight at the end of a window: by Little's law the rate times the median response time, and the scatter of such a
     * number. That is little of a long window, and never more than 5 %. A single trial may end in the middle of a long
     * unit, so an arm is judged by all of its trials together.
     */
    public boolean sustained() {
        if (ratio() >= SUSTAINED) {
            return true;
        }
        double medianSeconds = ResponseTimes.of(classes).at(50).millis() / 1e3;
        double inFlight = trials * offered() / seconds * medianSeconds;
        double allowed = (1 - SUSTAINED) * offered() + inFlight + 2 * Math.sqrt(inFlight);
        return ratio() >= NEVER_SUSTAINED && offered() - done() <= allowed;
    }

    /** {@code the offered rate is not sustained: 87.0 % of it was done in the window}. */
    public String notSustained() {
        return String.format(
                Locale.ROOT, "the offered rate is not sustained: %.1f %% of it was done in the window", 100 * ratio());
    }

    private long sum(ToLongFunction<OpenResult> count) {
        return classes.stream()
                .mapToLong(units -> count.applyAsLong(units.open().orElseThrow()))
                .sum();
    }
}
