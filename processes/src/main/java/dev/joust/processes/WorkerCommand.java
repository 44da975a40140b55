package dev.joust.processes;

import dev.joust.trial.JvmVariables;
import dev.joust.trial.StartUpCache;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line of a worker: the executable, class path and flags of this JVM, so that only the model differs. */
record WorkerCommand(List<String> words) implements WorkerLauncher {
    /**
     * Flags of what only one process can own: a debugger's port, a recording, a log file, an archive that is being
     * made. The parent's AOT cache is among them, because workers have a cache of their own. Measured on a short trial
     * with two workers, against one archive for parent and workers: 0.88 of the time with a cache for the workers, 1.09
     * with the parent's cache.
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
    /**
     * Every core has a worker that computes, so a collector with threads of its own would only take cores from other
     * workers.
     */
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    WorkerCommand {
        words = List.copyOf(words);
    }

    /** A worker of this class path, with a start-up cache. */
    static WorkerCommand standard() {
        return of(WorkerMain.class).with(StartUpCache.ofUser());
    }

    /** Another main class of this class path, without a start-up cache. */
    static WorkerCommand of(Class<?> main) {
        var flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return of(main, System.getProperty("java.home"), System.getProperty("java.class.path"), flags);
    }

    static WorkerCommand of(Class<?> main, String home, String classPath, List<String> flags) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(home, "bin", "java").toString());
        flags.stream().filter(WorkerCommand::isInherited).forEach(words::add);
        if (words.stream().noneMatch(COLLECTOR.asMatchPredicate())) {
            words.add("-XX:+UseSerialGC");
        }
        words.add("-XX:-UsePerfData"); // one file per worker, which nobody reads
        words.addAll(StartUpCache.JVM_LOG_TO_STDERR); // standard output carries the frames
        words.addAll(List.of("-cp", classPath, main.getName()));
        return new WorkerCommand(words);
    }

    /** The same command with one more flag. */
    WorkerCommand with(String flag) {
        List<String> more = new ArrayList<>(words);
        more.add(1, flag);
        return new WorkerCommand(more);
    }

    /** The same command with a start-up cache, where one can be made. */
    WorkerCommand with(StartUpCache cache) {
        try {
            return new WorkerCommand(cache.addTo("worker", words, new WorkerTraining()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return this;
        }
    }

    private static boolean isInherited(String flag) {
        return NOT_INHERITED.stream().noneMatch(flag::startsWith);
    }

    @Override
    public Process fork() throws IOException {
        return builder().start();
    }

    /** Discards the output, so that nobody has to read it. */
    Process forkSilently() throws IOException {
        return builder()
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder() {
        return JvmVariables.builder(words); // this JVM lists the flags of such variables among its own
    }
}
