package dev.joust.contract;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The threads and child processes before a model starts, to find those that it leaves behind. */
record Leftovers(Set<Thread> threads, Set<ProcessHandle> children) {
    /** Threads that the JDK starts on demand and keeps, and threads of the test tools. */
    private static final Pattern UNRELATED_THREADS = Pattern.compile(
            "ForkJoinPool.*|VirtualThread-.*|(Read|Write|Master)-?Poller.*|process reaper.*|Common-Cleaner|Cleaner-\\d+"
                    + "|CompletableFutureDelayScheduler|Signal Dispatcher|Attach Listener"
                    + "|surefire-.*|junit-.*|contract-driver");

    static Leftovers before() {
        return new Leftovers(
                liveThreads().collect(Collectors.toSet()), liveChildren().collect(Collectors.toSet()));
    }

    /** Describes each thread and process that lives now and did not before. */
    Set<String> now() {
        return Stream.concat(
                        liveThreads()
                                .filter(t -> !threads.contains(t))
                                .filter(t ->
                                        !UNRELATED_THREADS.matcher(t.getName()).matches())
                                .map(t -> "thread '" + t.getName() + "'"),
                        liveChildren()
                                .filter(p -> !children.contains(p))
                                .map(p -> "process " + p.pid() + " "
                                        + p.info().command().orElse("")))
                .collect(Collectors.toSet());
    }

    private static Stream<Thread> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream();
    }

    private static Stream<ProcessHandle> liveChildren() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive);
    }
}
