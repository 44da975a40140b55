package dev.joust.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the trials of an arm run on, where it is not what the session gives every arm.
 *
 * @param java the program {@code java} of another JDK
 * @param flags of the JVM, after those of the session
 * @param jars with models, in front of the class path
 * @param python the program of CPython, by path or by name, for an arm that runs on it
 */
public record ArmRuntime(Optional<String> java, List<String> flags, List<String> jars, Optional<String> python) {
    /** As the session gives it. */
    public static final ArmRuntime USUAL = new ArmRuntime(Optional.empty(), List.of(), List.of(), Optional.empty());

    public ArmRuntime {
        flags = List.copyOf(flags);
        jars = List.copyOf(jars);
    }

    /** Whether this is the name of a program, not a path. */
    public static boolean isName(String program) {
        return program.matches("[\\w.-]+");
    }

    /** Itself, or empty when it says nothing. */
    public Optional<ArmRuntime> unlessUsual() {
        return equals(USUAL) ? Optional.empty() : Optional.of(this);
    }

    /** Whether it says something about the JVM. */
    public boolean choosesJvm() {
        return java.isPresent() || !flags.isEmpty() || !jars.isEmpty();
    }

    /** In the form of the command line: {@code java=/opt/jdk/bin/java,flags=-Xint,jars=a.jar}. */
    @Override
    public String toString() {
        return Stream.of(
                        java.map(path -> "java=" + path).stream(),
                        flags.stream().map(flag -> "flags=" + flag),
                        jars.stream().map(jar -> "jars=" + jar),
                        python.map(path -> "python=" + path).stream())
                .flatMap(words -> words)
                .collect(Collectors.joining(","));
    }
}
