package dev.joust.compare.remote;

import dev.joust.compare.plan.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The files that a run on a host needs: the script that starts it, and the scenario files that the user names. The
 * script quotes every word, so that no word of a user is interpreted.
 *
 * @param own whether a name is one of Joust's own scenarios, which the distribution holds
 * @param commit of this Joust, which the session names
 */
record RunFiles(RemoteRequest request, Predicate<String> own, String sha256, Optional<String> commit) {
    static final String SCRIPT = "run";

    /** The session of the run, in its folder. */
    private static final String SESSION = "session";

    /**
     * Packs them.
     *
     * @param folder an empty one, for what is packed
     */
    Path pack(SshHost host, Shard shard, Path folder) throws IOException, InterruptedException {
        var stage = Files.createDirectories(folder.resolve("files"));
        List<String> scenarios = new ArrayList<>();
        for (var name : request.scenarios()) {
            scenarios.add(own.test(name) ? name : copied(Path.of(name), scenarios.size(), stage));
        }
        Files.writeString(stage.resolve(SCRIPT), script(words(host, shard, scenarios)));
        return new TarFile(folder.resolve("files.tar"))
                .pack(List.of("-C", stage.toAbsolutePath().toString(), "."));
    }

    private static String copied(Path file, int number, Path stage) throws IOException {
        var folder = String.format(Locale.ROOT, "scenario-%d", number + 1);
        new SentScenario(file).copyTo(stage.resolve(folder));
        return folder + "/" + file.getFileName();
    }

    private List<String> words(SshHost host, Shard shard, List<String> scenarios) {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(request.options());
        words.addAll(List.of("--shard", shard.toString(), "--host", host.name(), "--emit", "--until-input-ends"));
        words.addAll(List.of("--out", SESSION, "--"));
        words.addAll(scenarios);
        return words;
    }

    private String script(List<String> words) {
        var java = request.java().map(path -> "JOUST_JAVA=" + quoted(path) + "\nexport JOUST_JAVA\n");
        return String.format(
                Locale.ROOT,
                """
                #!/bin/sh
                # Runs one shard of a session for another machine, and deletes the folder of this file at the end.
                here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 70
                trap 'cd / && rm -rf -- "$here"' EXIT
                # a shell that a signal ends runs no EXIT trap
                trap 'exit 143' HUP INT TERM
                cd -- "$here" || exit 70
                JOUST_HOME=$(cd ../%s && pwd -P) || exit 70
                JOUST_COMMIT=%s
                export JOUST_HOME JOUST_COMMIT
                %ssh "$JOUST_HOME/%s" %s
                """,
                sha256,
                quoted(commit.orElse("unknown")),
                java.orElse(""),
                SentDistribution.LAUNCHER,
                words.stream().map(RunFiles::quoted).collect(Collectors.joining(" ")));
    }

    /** The text as one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
