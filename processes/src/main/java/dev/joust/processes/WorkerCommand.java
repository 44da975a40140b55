package dev.joust.processes;

import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How a worker is called: as this JVM was, with the same executable, class path and flags, so that only the model differs. */
record WorkerCommand(List<String> words) {
    /**
     * Of these only one process can be the owner: a debugger's port, a recording, a log file, an archive in the making. And the AOT cache
     * of the parent's start: a worker has one of its own. Two of them rehearsed in 0.88 of the time that they took with an archive that
     * parent and workers shared, with the parent's AOT cache in 1.09 of it.
     */
    private static final List<String> NOT_INHERITED = List.of(
            "-agentlib:",
            "-agentpath:",
            "-javaagent:",
            "-Xdebug",
            "-Xrunjdwp:",
            "-Xlog",
            "-verbose",
            "-XX:StartFlightRecording",
            "-XX:FlightRecorderOptions",
            "-XX:AOTMode=",
            "-XX:AOTCache=",
            "-XX:AOTConfiguration=",
            "-XX:AOTCacheOutput=",
            "-XX:ArchiveClassesAtExit=",
            "-Dcom.sun.management.jmxremote",
            "-Dsurefire.");
    /** A worker does one unit at a time: a collector with threads of its own would only take cores from the others. */
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    /** Already among the flags of this JVM. */
    private static final Set<String> VARIABLES = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    WorkerCommand {
        words = List.copyOf(words);
    }

    /** The usual worker's, with what makes it start fast. */
    static WorkerCommand usual() {
        return of(WorkerMain.class).with(StartUpCache.ofUser());
    }

    /** A main class of the class path of this JVM. */
    static WorkerCommand of(Class<?> main) {
        var flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return of(main, System.getProperty("java.home"), System.getProperty("java.class.path"), flags);
    }

    static WorkerCommand of(Class<?> main, String home, String classPath, List<String> flags) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(home, "bin", "java").toString());
        flags.stream().filter(WorkerCommand::inherited).forEach(words::add);
        if (words.stream().noneMatch(COLLECTOR.asMatchPredicate())) {
            words.add("-XX:+UseSerialGC");
        }
        words.add("-XX:-UsePerfData"); // a file for each, which nobody reads
        words.addAll(StartUpCache.WORDS_ARE_LOG); // standard output is the wire
        words.addAll(List.of("-cp", classPath, main.getName()));
        return new WorkerCommand(words);
    }

    /** The same with one flag more. */
    WorkerCommand with(String flag) {
        List<String> more = new ArrayList<>(words);
        more.add(1, flag);
        return new WorkerCommand(more);
    }

    /** The same with what makes it start fast. */
    WorkerCommand with(StartUpCache cache) {
        try {
            return new WorkerCommand(cache.with("worker", words, new WorkerTraining()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return this;
        }
    }

    private static boolean inherited(String flag) {
        return NOT_INHERITED.stream().noneMatch(flag::startsWith);
    }

    Process fork() throws IOException {
        return builder().start();
    }

    /** Whatever it says is lost, so that nobody has to read it. */
    Process forkUnheard() throws IOException {
        return builder()
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(words);
        builder.environment().keySet().removeAll(VARIABLES);
        return builder;
    }
}
