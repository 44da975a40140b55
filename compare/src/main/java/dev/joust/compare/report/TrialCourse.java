package dev.joust.compare.report;

import dev.joust.compare.report.ArmLoad.SecondReport;
import java.util.List;
import java.util.Optional;

/**
 * How one trial of an arm went within its window. It is the trial in the middle of the arm's valid trials, ordered by
 * the primary metric.
 *
 * @param block of the trial
 * @param seconds of an open load, all classes together; a shorter last one is left out. Empty for a closed
 *     load
 * @param tenths units done per second in each tenth of the window
 * @param windowSeconds the length of the window
 * @param housekeeping what the runtime did for itself; empty where it does not tell, and in older sessions
 */
public record TrialCourse(
        int block,
        List<SecondReport> seconds,
        List<Double> tenths,
        double windowSeconds,
        Optional<HousekeepingReport> housekeeping) {

    /**
     * Collections of garbage, and the time of the compilers.
     *
     * @param collections the first ones, where there are very many
     * @param moreCollections how many further ones there were
     * @param compilingMillis over the window, summed over the threads of the compilers
     * @param compilingMillisBySecond of an open load
     */
    public record HousekeepingReport(
            List<CollectionReport> collections,
            long moreCollections,
            Optional<Double> compilingMillis,
            List<Double> compilingMillisBySecond) {

        /** The time of the collections that began in this second, from 1. */
        double collectingMillis(int second) {
            return collections.stream()
                    .filter(collection -> (int) collection.atSeconds() == second - 1)
                    .mapToDouble(CollectionReport::millis)
                    .sum();
        }

        /** The time of the compilers in this second, from 1; empty where it is not known. */
        Optional<Double> compilingMillis(int second) {
            return second <= compilingMillisBySecond.size()
                    ? Optional.of(compilingMillisBySecond.get(second - 1))
                    : Optional.empty();
        }

        /** How many collections there were. */
        long collected() {
            return collections.size() + moreCollections;
        }
    }

    /**
     * A collection of garbage.
     *
     * @param collector its name
     * @param atSeconds when it began, since the start of the window
     */
    public record CollectionReport(String collector, double atSeconds, double millis) {}
}
