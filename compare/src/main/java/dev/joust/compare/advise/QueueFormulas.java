package dev.joust.compare.advise;

/**
 * Mean waits of units that arrive independently of each other (Poisson) and are served first come, first served. Times
 * are in seconds.
 */
final class QueueFormulas {
    private QueueFormulas() {}

    /**
     * The mean wait for one server, M/G/1: lambda E[S^2] / 2 / (1 - rho). The formula of Pollaczek and Khinchine, as in
     * L. Kleinrock, Queueing Systems, volume 1: Theory, Wiley 1975, chapter 5.
     *
     * @return infinity where the server has more to do than time
     */
    static double pollaczekKhinchine(ServiceMix mix) {
        double busy = mix.busy();
        return busy >= 1 ? Double.POSITIVE_INFINITY : mix.rate() * mix.secondMoment() / 2 / (1 - busy);
    }

    /**
     * The mean wait for one of several servers, M/G/c, approximately: that of M/M/c times (1 + C^2) / 2, where C is the
     * coefficient of variation of the times. The approximation of Allen and Cunneen: A. O. Allen, Probability,
     * Statistics, and Queueing Theory with Computer Science Applications, second edition, Academic Press 1990. For one
     * server it is {@link #pollaczekKhinchine}, for exponential times it is exact.
     *
     * @return infinity where the servers have more to do than time
     */
    static double allenCunneen(ServiceMix mix, int servers) {
        double busy = mix.busy();
        if (busy == 0) {
            return 0;
        }
        if (busy >= servers) {
            return Double.POSITIVE_INFINITY;
        }
        double exponential = erlangC(servers, busy) * mix.mean() / (servers - busy);
        return exponential * mix.secondMoment() / (mix.mean() * mix.mean()) / 2;
    }

    /**
     * The probability that a unit has to wait in M/M/c, after A. K. Erlang. Computed from the probability of loss,
     * which has a recurrence without large numbers.
     *
     * @param offered how many servers the units keep busy, below their number
     */
    static double erlangC(int servers, double offered) {
        double loss = 1;
        for (int n = 1; n <= servers; n++) {
            loss = offered * loss / (n + offered * loss);
        }
        double busy = offered / servers;
        return loss / (1 - busy * (1 - loss));
    }

    /** The mean number of units in the system: J. D. C. Little, A Proof for the Queuing Formula L = lambda W, 1961. */
    static double little(double rate, double time) {
        return rate * time;
    }
}
