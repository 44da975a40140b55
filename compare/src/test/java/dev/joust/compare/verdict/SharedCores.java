package dev.joust.compare.verdict;

/**
 * Two cores that a model shares with a neighbour. A scheduler gives each runnable thread the same share, and what one
 * does not need to the others. So a model of one thread is slowed only where the neighbour needs more than the other
 * core.
 *
 * @param model the CPU time per second that the model gets, in cores
 * @param neighbour the same for the neighbour: what the CPU account shows as foreign
 */
record SharedCores(double model, double neighbour) {
    private static final double CORES = 2;

    /** The cores beside a model and a neighbour that could use so many. */
    static SharedCores of(double model, double neighbour) {
        if (model + neighbour <= CORES) {
            return new SharedCores(model, neighbour);
        }
        double threads = Math.ceil(model);
        double fair = CORES * threads / (threads + Math.ceil(neighbour));
        if (model <= fair) {
            return new SharedCores(model, CORES - model);
        }
        return neighbour <= CORES - fair
                ? new SharedCores(CORES - neighbour, neighbour)
                : new SharedCores(fair, CORES - fair);
    }
}
