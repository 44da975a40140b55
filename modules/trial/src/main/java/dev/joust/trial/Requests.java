package dev.joust.trial;

import dev.joust.scenario.Step;

/** The requests of the steps, the same for every model: path and query, to be put behind the service's address. */
public final class Requests {
    private Requests() {}

    /** The path and query of a request. */
    public static String path(Step.Request request, long seed) {
        var asked =
                switch (request) {
                    case Step.Call call -> "/call?delay=" + call.delay().toNanos() + "ns&bytes=" + call.bytes();
                    case Step.Stream stream -> "/stream?bytes=" + stream.bytes();
                };
        return asked + "&key=" + Digest.key(seed);
    }
}
