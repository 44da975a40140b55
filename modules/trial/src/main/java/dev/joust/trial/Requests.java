package dev.joust.trial;

import dev.joust.scenario.Step;

/** The requests of the steps, the same for every model. */
public final class Requests {
    private Requests() {}

    /** The path and query of a request, to be appended to the address of the service. */
    public static String path(Step.Request request, long seed) {
        var path =
                switch (request) {
                    case Step.Call call -> "/call?delay=" + call.delay().toNanos() + "ns&bytes=" + call.bytes();
                    case Step.Stream stream -> "/stream?bytes=" + stream.bytes();
                };
        return path + "&key=" + Digest.key(seed);
    }
}
