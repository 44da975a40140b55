package dev.joust.trial;

/** Times in ascending order. */
final class SortedTimes {
    private SortedTimes() {}

    /** The nearest rank: the least time that this percentage of the times does not exceed; 0 without times. */
    static long percentile(long[] sorted, double percentile) {
        int rank = (int) Math.ceil(percentile / 100 * sorted.length);
        return sorted.length == 0 ? 0 : sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
