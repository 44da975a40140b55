package dev.joust.trial;

import dev.joust.scenario.Step;

/** The requests of the steps, the same for every model: path and query, to be put behind the service's address. */
public final class Requests {
    private Requests() {}

    /** The path and query of a call. */
    public static String path(Step.Call call, long seed) {
        return "/call?delay=" + call.delay().toNanos() + "ns&bytes=" + call.bytes() + "&key=" + Digest.key(seed);
    }

    /** The path and query of a stream. */
    public static String path(Step.Stream stream, long seed) {
        return "/stream?bytes=" + stream.bytes() + "&key=" + Digest.key(seed);
    }
}
