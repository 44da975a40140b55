package dev.joust.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A runtime other than the JVM that has models of its own: a program in any language that reads an order and answers by the trial
 * protocol.
 *
 * <p>Stateless; found by {@link java.util.ServiceLoader}; a user's own jar can add one. It depends on nothing that runs: where the
 * runtime is not installed its models are not available, and nothing fails.
 *
 * @see Message the protocol
 */
public interface ExternalRuntime {
    /** The name under which its calibration stands in a session: a lower-case word. */
    String name();

    /** The names of its models. */
    Set<String> models();

    /**
     * The names of the options that one of its models knows. A scenario that gives another is refused before anything runs.
     *
     * @param model the model's name
     */
    default Set<String> options(String model) {
        return Set.of();
    }

    /**
     * How to start a trial process, or why that can not be done here. May start a process for a moment to ask for its version.
     *
     * @param executable the program to use, when the user named one; else the one on the path
     */
    Launch launch(Optional<Path> executable);

    /** Whether it can be started here. */
    sealed interface Launch {

        /**
         * It can.
         *
         * @param command starts one trial process, to which the order is then written
         * @param version the runtime and its version
         */
        record Ready(List<String> command, String version) implements Launch {}

        /** It can not; the reason is one sentence that names what was looked for. */
        record Missing(String reason) implements Launch {}
    }
}
