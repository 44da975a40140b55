package dev.joust.compare.plan;

import dev.joust.scenario.ArmRuntime;
import dev.joust.trial.StartUpCache;
import dev.joust.trial.TrialMain;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Pattern HEAP = Pattern.compile("-Xm[sx].*|-XX:(Min|Max|Initial)(Heap|RAM).*");
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC");

    private JvmCommand() {}

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The command of a trial process on the JVM, with these flags. */
    public static List<String> jvm(List<String> flags) {
        return jvm(ArmRuntime.USUAL, flags);
    }

    /**
     * The command of a trial process of an arm that chooses its JVM.
     *
     * @param flags of the session
     */
    static List<String> jvm(ArmRuntime own, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(own.java().orElseGet(() -> java().toString()));
        command.addAll(merged(flags, own.flags()));
        command.add("-cp");
        command.add(Stream.concat(own.jars().stream(), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(TrialMain.class.getName());
        return command;
    }

    /**
     * The flags of the session, then those of an arm. Of two flags a JVM takes the last one, with two exceptions: it
     * refuses two collectors, and a heap that is smaller at its most than at its start. So a flag of the arm for the
     * collector or the heap replaces those of the session.
     */
    static List<String> merged(List<String> flags, List<String> own) {
        return Stream.concat(
                        flags.stream()
                                .filter(flag -> !HEAP.matcher(flag).matches() || !choosesHeap(own))
                                .filter(flag -> !COLLECTOR.matcher(flag).matches() || !any(COLLECTOR, own)),
                        own.stream())
                .toList();
    }

    /** Whether one of these flags is about the heap. */
    static boolean choosesHeap(List<String> flags) {
        return any(HEAP, flags);
    }

    private static boolean any(Pattern pattern, List<String> flags) {
        return flags.stream().anyMatch(flag -> pattern.matcher(flag).matches());
    }
}
