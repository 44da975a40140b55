package dev.joust.trial;

/** What became of one unit. */
public sealed interface Outcome {

    /**
     * The unit was done. The oracle decides whether the answer is right.
     *
     * @param digest the answer, as {@link Work} defines it
     * @param calls the number of requests that the service answered for this unit, streams included
     * @param bytes the number of bytes read from response bodies for this unit
     */
    record Done(long digest, int calls, long bytes) implements Outcome {}

    /** The unit could not be done. The reason is one sentence. */
    record Failed(String reason) implements Outcome {}
}
