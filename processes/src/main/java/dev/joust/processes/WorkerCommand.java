package dev.joust.processes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a worker is called: as this JVM was, with the same executable, class path and flags, so that only the model differs. */
record WorkerCommand(List<String> words) {
    /** Of these only one process can be the owner: a debugger's port, a recording, a log file, an archive in the making. */
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
            "-XX:AOTConfiguration=",
            "-XX:AOTCacheOutput=",
            "-XX:ArchiveClassesAtExit=",
            "-Dcom.sun.management.jmxremote",
            "-Dsurefire.");
    /** Already among the flags of this JVM. */
    private static final Set<String> VARIABLES = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    WorkerCommand {
        words = List.copyOf(words);
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
        // the virtual machine's own words go to standard error too: standard output is the wire
        Stream.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=warning:stderr")
                .forEach(words::add);
        words.addAll(List.of("-cp", classPath, main.getName()));
        return new WorkerCommand(words);
    }

    private static boolean inherited(String flag) {
        return NOT_INHERITED.stream().noneMatch(flag::startsWith);
    }

    Process fork() throws IOException {
        var builder = new ProcessBuilder(words);
        builder.environment().keySet().removeAll(VARIABLES);
        return builder.start();
    }
}
