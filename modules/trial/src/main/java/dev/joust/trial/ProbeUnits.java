package dev.joust.trial;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The units of one probe of a {@link CapacitySearch}: those recorded since it began. */
final class ProbeUnits {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Recorder> recorders;
    private final List<Mark> marks;

    /** How many units of a class were recorded when the probe began. */
    private record Mark(int done, int failed, int unfinished) {
        static Mark of(Recorder units) {
            return new Mark(
                    units.size(), units.failures().size(), units.unfinished().size());
        }
    }

    /** Begins a probe. No unit may be in flight. */
    ProbeUnits(List<Recorder> recorders) {
        this.recorders = recorders;
        this.marks = recorders.stream().map(Mark::of).toList();
    }

    /** The number of units that were intended. */
    long offered() {
        return IntStream.range(0, recorders.size())
                .mapToObj(this::responses)
                .mapToLong(responses -> responses.length)
                .sum();
    }

    /** How many were done at this instant. */
    long doneBy(long instant) {
        long done = 0;
        for (int c = 0; c < recorders.size(); c++) {
            var units = recorders.get(c);
            done += IntStream.range(marks.get(c).done(), units.size())
                    .filter(i -> units.done(i) - instant <= 0)
                    .count();
        }
        return done;
    }

    /** This percentile of the response times of each class, the longest, in nanoseconds; 0 without units. */
    long longest(double percentile) {
        return IntStream.range(0, recorders.size())
                .mapToLong(c -> SortedTimes.percentile(responses(c), percentile))
                .max()
                .orElse(0);
    }

    /** The response times of a class in ascending order. A unit that was not done took forever. */
    long[] responses(int workClass) {
        var units = recorders.get(workClass);
        var mark = marks.get(workClass);
        int lost = units.failures().size() - mark.failed() + units.unfinished().size() - mark.unfinished();
        return LongStream.concat(
                        IntStream.range(mark.done(), units.size()).mapToLong(i -> units.done(i) - units.intended(i)),
                        LongStream.generate(() -> NEVER).limit(lost))
                .sorted()
                .toArray();
    }
}
