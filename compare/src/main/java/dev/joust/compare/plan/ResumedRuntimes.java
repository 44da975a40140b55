package dev.joust.compare.plan;

import dev.joust.trial.ExternalRuntime.Launch;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the runtimes of a session that goes on. Blocks of one session are compared with each other, so each runtime must be the one that
 * the session began with: the same program of the same version.
 */
public record ResumedRuntimes(ModelRegistry roster, Map<String, Path> executables) {

    /**
     * The runtimes as they are started now. One that was not available when the session began stays so.
     *
     * @throws UsageException when one is gone, or another by now
     */
    public Map<String, RuntimeStatus> of(Map<String, RuntimeStatus> before) {
        Map<String, RuntimeStatus> now = new TreeMap<>();
        before.forEach((name, runtimes) -> now.put(
                name, runtimes.launch() instanceof Launch.Available ready ? again(name, runtimes, ready) : runtimes));
        return now;
    }

    private RuntimeStatus again(String name, RuntimeStatus before, Launch.Available then) {
        var executable = Optional.ofNullable(executables.get(name))
                .or(() -> before.executable().map(Path::of));
        var now = roster.runtime(name).map(runtime -> RuntimeStatus.of(runtime, executable));
        if (now.isEmpty()) {
            throw new UsageException("the session cannot go on: it began with runtime %s, %s, which is not known here"
                    .formatted(name, before.whereabouts()));
        }
        // the rest of the command may name a folder that is another in each run
        boolean same = now.get().launch() instanceof Launch.Available(var command, String version)
                && version.equals(then.version())
                && command.getFirst().equals(then.command().getFirst());
        if (!same) {
            throw new UsageException("the session cannot go on: it began with runtime %s, %s, now it is %s"
                    .formatted(name, before.whereabouts(), now.get().whereabouts()));
        }
        return now.get();
    }
}
