package dev.joust.compare;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.concurrent.Callable;

/**
 * What tests want of a container engine. Without one they are skipped, with the reason; where the environment variable {@code JOUST_ENGINE} is
 * {@code required}, as in CI, they fail.
 */
final class Engine {
    private static final boolean REQUIRED = "required".equals(System.getenv("JOUST_ENGINE"));

    private Engine() {}

    /** What the engine makes. */
    static <T> T made(String what, Callable<T> making) {
        try {
            return making.call();
        } catch (Exception e) {
            var reason = "%s cannot be had: %s".formatted(what, bottom(e));
            return REQUIRED ? fail(reason + "; JOUST_ENGINE=required", e) : abort(reason);
        }
    }

    private static String bottom(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()).strip() : bottom(failure.getCause());
    }
}
