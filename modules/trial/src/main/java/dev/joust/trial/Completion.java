package dev.joust.trial;

/**
 * One unit that is done, has failed, or was left.
 *
 * @param sending the unit and when it went
 * @param done when its stage completed; of a unit that was left, when that was
 * @param outcome what became of it
 */
record Completion(Sending sending, long done, Outcome outcome) {

    /**
     * One unit on its way.
     *
     * @param workClass its class, by place in the workload
     * @param work the unit
     * @param intended when it should have been sent, by the load
     * @param sent when it was handed to the model
     */
    record Sending(int workClass, Work work, long intended, long sent) {}
}
