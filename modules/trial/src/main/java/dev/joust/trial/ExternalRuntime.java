package dev.joust.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A runtime other than the JVM with models of its own: a program in any language that speaks the trial protocol.
 *
 * <p>Implementations are stateless. {@link java.util.ServiceLoader} finds them, so any jar on the class path can add
 * one. Where the runtime is not installed, its models are not available and nothing fails.
 *
 * @see Message the trial protocol
 */
public interface ExternalRuntime {
    /** The name under which a session keeps the runtime's calibration: one lower-case word. */
    String name();

    /** The names of its models. */
    Set<String> models();

    /**
     * The names of the options that one of its models knows. A scenario that gives another is refused before anything
     * runs.
     *
     * @param model the model's name
     */
    default Set<String> options(String model) {
        return Set.of();
    }

    /**
     * Whether one of its models can be a server.
     *
     * @param model the model's name
     */
    default boolean serves(String model) {
        return false;
    }

    /**
     * Whether one of its models runs units that a driver in its process hands over. A web framework's does not.
     *
     * @param model the model's name
     */
    default boolean runsInProcess(String model) {
        return true;
    }

    /**
     * How to start a trial process on this machine. May run the program briefly to ask for its version.
     *
     * @param executable the program that the user named; empty to look on the path
     */
    Launch launch(Optional<Path> executable);

    /**
     * How to start a trial process whose JVM takes part under the same conditions as the other JVMs of a session. A
     * runtime without a JVM has no use for the flags.
     *
     * @param jvmFlags of the session
     */
    default Launch launch(Optional<Path> executable, List<String> jvmFlags) {
        return launch(executable);
    }

    /** Whether a trial process can be started on this machine. */
    sealed interface Launch {

        /**
         * It can.
         *
         * @param command starts one trial process, which then reads its order from standard input
         * @param version the runtime and its version, for example {@code CPython 3.13.1}
         */
        record Available(List<String> command, String version) implements Launch {}

        /** It cannot. The reason is one sentence that names what was looked for. */
        record Missing(String reason) implements Launch {}
    }
}
