package dev.joust.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often units arrive, over the time of an open load: stages one after the other. Within a stage the rate is
 * constant, or changes evenly.
 */
public record Rate(List<Stage> stages) {
    private static final Duration START = Duration.ofMillis(1);

    public Rate {
        stages = List.copyOf(stages);
    }

    /**
     * A part of the time.
     *
     * @param from units per second at its beginning
     * @param to units per second at its end
     */
    public record Stage(Duration length, double from, double to) {
        /** The units that arrive in this stage, on average. */
        double units() {
            return length.toNanos() / 1e9 * (from + to) / 2;
        }
    }

    /** The same rate all the time, in units per second. */
    public static Rate constant(double perSecond, Duration length) {
        return new Rate(List.of(new Stage(length, perSecond, perSecond)));
    }

    /** The units that arrive in all stages, on average. */
    public double units() {
        return stages.stream().mapToDouble(Stage::units).sum();
    }

    /** The time of all stages. */
    public Duration length() {
        return stages.stream().map(Stage::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The rate at the beginning, in units per second. */
    public double atStart() {
        return stages.getFirst().from();
    }

    /** The highest rate, in units per second. */
    public double highest() {
        return stages.stream()
                .mapToDouble(stage -> Math.max(stage.from(), stage.to()))
                .max()
                .orElseThrow();
    }

    /** Whether the rate rises above its beginning and falls again. */
    boolean peaks() {
        return highest() > atStart() && highest() > stages.getLast().to();
    }

    /**
     * The same rate with another beginning: this part of it, from which it gets to where it was within a millisecond.
     *
     * @param part 1 for all of it
     */
    Rate startingAt(double part) {
        if (part == 1) {
            return this;
        }
        var first = stages.getFirst();
        List<Stage> all = new ArrayList<>(stages);
        all.set(0, new Stage(first.length().minus(START), first.from(), first.to()));
        all.addFirst(new Stage(START, part * first.from(), first.from()));
        return new Rate(all);
    }

    /** The same shape with every rate multiplied. */
    public Rate times(double factor) {
        return new Rate(stages.stream()
                .map(stage -> new Stage(stage.length(), stage.from() * factor, stage.to() * factor))
                .toList());
    }
}
