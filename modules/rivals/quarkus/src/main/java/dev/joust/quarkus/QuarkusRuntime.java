package dev.joust.quarkus;

import dev.joust.trial.ExternalRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JVM with Quarkus on its class path. The flags are those of the session's other JVMs. */
public final class QuarkusRuntime implements ExternalRuntime {
    /** The property with the jar of the application; else it is in the distribution. */
    static final String JAR = "joust.quarkus.jar";

    private static final Set<String> OPTIONS = Set.of("loops", "workers");

    @Override
    public String name() {
        return "quarkus";
    }

    @Override
    public Set<String> models() {
        return QuarkusModel.NAMES;
    }

    @Override
    public Set<String> options(String model) {
        return OPTIONS;
    }

    @Override
    public boolean serves(String model) {
        return true;
    }

    @Override
    public boolean runsInProcess(String model) {
        return false;
    }

    @Override
    public Launch launch(Optional<Path> executable) {
        return launch(executable, List.of());
    }

    @Override
    public Launch launch(Optional<Path> executable, List<String> jvmFlags) {
        var jar = jar();
        if (!Files.isReadable(jar)) {
            return new Launch.Missing("its application is not built: there is no " + jar);
        }
        var java = executable.orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvmFlags);
        command.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(List.of("-cp", jar.toString(), QuarkusTrialMain.class.getName()));
        return new Launch.Available(
                command,
                QuarkusVersion.label() + " on Java " + Runtime.version().feature());
    }

    private static Path jar() {
        var given = System.getProperty(JAR);
        return given != null
                ? Path.of(given)
                : Path.of(System.getProperty("joust.home", "target/joust"), "quarkus", "joust-quarkus.jar");
    }
}
