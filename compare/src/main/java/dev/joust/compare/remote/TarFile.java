package dev.joust.compare.remote;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.process.RunningChildren;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A file that the program {@code tar} packs. */
record TarFile(Path path) {

    /**
     * Packs files; of a link what it names.
     *
     * @param words folders and names, as arguments of {@code tar}
     * @return the path of the file
     * @throws UsageException when {@code tar} is not there or fails
     */
    Path pack(List<String> words) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("tar", "-chf", path.toAbsolutePath().toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("COPYFILE_DISABLE", "1"); // macOS would add a second file for each
        try {
            var process = RunningChildren.RUNNING.start(builder);
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return path;
            }
            var reason = said.lines().collect(Collectors.joining("; "));
            throw new UsageException("what --on sends cannot be packed: " + reason);
        } catch (IOException e) {
            throw new UsageException(
                    String.format(Locale.ROOT, "what --on sends cannot be packed: %s", e.getMessage()));
        }
    }
}
