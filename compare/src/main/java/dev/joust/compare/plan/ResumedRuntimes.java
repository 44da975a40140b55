package dev.joust.compare.plan;

import dev.joust.trial.ExternalRuntime.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the runtimes of a session that goes on. Its blocks are compared with the earlier ones, so each runtime must be
 * the same program of the same version. The session file may come from a stranger, so the program that it names never
 * runs: the user names it again, or the runtime finds it.
 *
 * @param executables programs that the user names, by runtime
 * @param jvmFlags of the session
 */
public record ResumedRuntimes(ModelRegistry registry, Map<String, Path> executables, List<String> jvmFlags) {

    /**
     * Finds each runtime again. One that was not available when the session began stays so.
     *
     * @throws UsageException when one is missing or has changed
     */
    public Map<String, RuntimeStatus> find(Map<String, RuntimeStatus> before) {
        Map<String, RuntimeStatus> now = new TreeMap<>();
        before.forEach((name, status) -> now.put(
                name, status.launch() instanceof Launch.Available ready ? findAgain(name, status, ready) : status));
        return now;
    }

    private RuntimeStatus findAgain(String name, RuntimeStatus before, Launch.Available then) {
        var executable = Optional.ofNullable(executables.get(name));
        var now = registry.runtime(name).map(runtime -> RuntimeStatus.of(runtime, executable, jvmFlags));
        if (now.isEmpty()) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "the session cannot go on: it began with runtime %s, %s, which is not known here",
                    name,
                    before.whereabouts()));
        }
        // the other arguments may name a temporary folder
        boolean same = now.get().launch() instanceof Launch.Available(var command, String version)
                && version.equals(then.version())
                && command.getFirst().equals(then.command().getFirst());
        if (!same) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "the session cannot go on: it began with runtime %s, %s, now it is %s%s",
                    name,
                    before.whereabouts(),
                    now.get().whereabouts(),
                    hint(name, before)));
        }
        return now.get();
    }

    private String hint(String name, RuntimeStatus before) {
        return before.executable()
                .filter(program -> !executables.containsKey(name))
                .map(program ->
                        String.format(Locale.ROOT, "; if you trust that program, add --runtime %s=%s", name, program))
                .orElse("");
    }
}
