package dev.joust.compare.plan;

import dev.joust.trial.StartUpCache;
import dev.joust.trial.TrialMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How trial processes are started: one JVM, the same flags and the same class path for every model. */
public final class JvmCommand {
    /**
     * The serial collector, because a parallel one competes with the arms for two cores, and heaps are small. A fixed
     * heap, so that no trial pays for growing it. The rest keeps warnings of libraries out of the log.
     */
    public static final List<String> FLAGS = Stream.concat(
                    Stream.of(
                            "-XX:+UseSerialGC",
                            "-Xms256m",
                            "-Xmx1g",
                            "-XX:-UsePerfData",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow"),
                    StartUpCache.JVM_LOG_TO_STDERR.stream())
            .toList();

    private JvmCommand() {}

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The command of a trial process on the JVM, with these flags. */
    public static List<String> jvm(List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(TrialMain.class.getName());
        return command;
    }
}
