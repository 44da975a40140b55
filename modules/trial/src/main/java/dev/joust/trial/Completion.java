package dev.joust.trial;

/**
 * One unit that is done or has failed.
 *
 * @param done when its stage completed
 */
record Completion(SentUnit unit, long done, Outcome outcome) {

    /**
     * One unit in flight.
     *
     * @param workClass the index of its class in the workload
     * @param intended when the load meant it to be sent
     * @param sent when the driver handed it to the model
     */
    record SentUnit(int workClass, Work work, long intended, long sent) {}
}
