package dev.joust.contract;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The threads and child processes that were there before a model began, to tell those that it leaves behind. */
record Leftovers(Set<Thread> threads, Set<ProcessHandle> children) {
    /** Started by the JDK at its own need and kept for the process's life, and those of the tools that run the test. */
    private static final Pattern NOT_THE_MODELS = Pattern.compile(
            "ForkJoinPool.*|VirtualThread-.*|(Read|Write|Master)-?Poller.*|process reaper.*|Common-Cleaner|Cleaner-\\d+"
                    + "|CompletableFutureDelayScheduler|Signal Dispatcher|Attach Listener|surefire-.*|junit-.*|contract-driver");

    static Leftovers before() {
        return new Leftovers(
                liveThreads().collect(Collectors.toSet()), liveChildren().collect(Collectors.toSet()));
    }

    /** What lives now and did not then, in words; empty when there is nothing. */
    Set<String> now() {
        return Stream.concat(
                        liveThreads()
                                .filter(t -> !threads.contains(t))
                                .filter(t ->
                                        !NOT_THE_MODELS.matcher(t.getName()).matches())
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
