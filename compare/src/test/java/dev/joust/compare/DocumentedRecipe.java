package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A recipe of docs/many-machines.md: the lines of the first {@code sh} block below a heading, as a reader would copy
 * them.
 *
 * @param heading the words of the heading
 */
public record DocumentedRecipe(String heading, List<String> lines) {
    private static final int LIMIT_MINUTES = 10;

    /** The recipe below this heading. */
    public static DocumentedRecipe of(String heading) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean below = false;
        boolean shell = false;
        for (var line : Files.readAllLines(SourceTree.top().resolve("docs/many-machines.md"))) {
            if (line.startsWith("## ")) {
                below = line.equals("## " + heading);
            } else if (below && line.startsWith("```")) {
                shell = line.equals("```sh");
                below = shell;
            } else if (below && shell) {
                lines.add(line);
            }
        }
        assertThat(lines).as("the recipe '%s'", heading).isNotEmpty();
        return new DocumentedRecipe(heading, List.copyOf(lines));
    }

    /** The lines from one to another, counted from 1, as one script. */
    public String script(int from, int to) {
        return lines.subList(from - 1, to).stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Runs a script of its lines where the launcher is, and returns what it printed and its exit code.
     *
     * @param environment additional environment variables
     */
    static JoustCommand.Ended run(JoustCommand joust, Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        var output = Files.createTempFile(joust.folder(), "script", ".txt");
        var builder = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(joust.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES))
                    .as(() -> "ended in time: " + script)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new JoustCommand.Ended(process.exitValue(), Files.readString(output));
    }
}
