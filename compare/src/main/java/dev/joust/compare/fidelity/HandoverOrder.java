package dev.joust.compare.fidelity;

/** The order in which threads take over the lock. */
final class HandoverOrder {
    private HandoverOrder() {}

    /**
     * The share of switches to the thread that ran longest ago. Counting begins when all threads have run once. A
     * thread that follows itself is no switch.
     *
     * @param owners the thread of each slice, in order
     * @return NaN where there was no switch
     */
    static double leastRecentShare(double[] owners, int threads) {
        int[] ranAt = new int[threads];
        int seen = 0;
        int switches = 0;
        int leastRecent = 0;
        for (int i = 0; i < owners.length; i++) {
            int owner = (int) owners[i];
            if (seen == threads && owner != (int) owners[i - 1]) {
                switches++;
                leastRecent += owner == oldest(ranAt) ? 1 : 0;
            }
            seen += ranAt[owner] == 0 ? 1 : 0;
            ranAt[owner] = i + 1;
        }
        return switches == 0 ? Double.NaN : leastRecent / (double) switches;
    }

    private static int oldest(int[] ranAt) {
        int oldest = 0;
        for (int i = 1; i < ranAt.length; i++) {
            oldest = ranAt[i] < ranAt[oldest] ? i : oldest;
        }
        return oldest;
    }
}
