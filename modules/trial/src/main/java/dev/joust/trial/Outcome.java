package dev.joust.trial;

/** What became of one unit. */
public sealed interface Outcome {

    /**
     * The unit was done; whether rightly is the oracle's to say.
     *
     * @param digest the answer, as {@link Work} defines it
     * @param calls how many requests were answered by the service for it, streams included
     * @param bytes how many bytes of bodies were read for it
     */
    record Done(long digest, int calls, long bytes) implements Outcome {}

    /** The unit could not be done; the reason is one sentence. */
    record Failed(String reason) implements Outcome {}
}
