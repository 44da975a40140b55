package dev.joust.compare.job;

import dev.joust.compare.plan.UsageException;
import io.quarkus.qute.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The file of a job.
 *
 * @param file the name that its own comments call it
 */
public record JobFile(JobScheduler scheduler, ShardedRun run, TaskLimits limits, String file) {
    /** @throws UsageException when the scheduler cannot start so many tasks, or the file's name needs quotes */
    public JobFile {
        scheduler.check(run.shards());
        PlainWord.of("the name of the file", file);
    }

    /** The text, from the scheduler's template. */
    public String text() throws IOException {
        Map<String, Object> values = new HashMap<>(
                Map.of("name", run.name(), "shards", run.shards(), "seed", Long.toString(run.seed()), "file", file));
        values.putAll(own());
        return Engine.builder()
                .addDefaults()
                .build()
                .parse(template(scheduler.template()))
                .render(values);
    }

    private Map<String, Object> own() throws IOException {
        return switch (scheduler) {
            case KUBERNETES -> {
                var scenarios = MountedScenarios.read(run.own());
                yield Map.of(
                        "words", run.words(MountedScenarios::path),
                        "mount", scenarios.files().isEmpty() ? "" : MountedScenarios.FOLDER,
                        "configMap", scenarios.manifest(run.name()),
                        "image", limits.image(),
                        "cores", limits.cores(),
                        "memory", limits.memory());
            }
            case SLURM -> Map.of("words", String.join(" ", run.words(JobScenario::name)));
            case GITHUB -> Map.of("words", String.join(" ", run.words(JobFile::inRepository)));
        };
    }

    /** @throws UsageException when the path leads out of the repository */
    private static String inRepository(JobScenario scenario) {
        var path = Path.of(scenario.name()).normalize();
        if (path.isAbsolute() || path.startsWith("..")) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "a workflow finds scenarios in its repository: name '%s' by its path from the top of it",
                    scenario.name()));
        }
        return path.toString();
    }

    private static String template(String name) {
        try (var in = JobFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a template is not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a template cannot be read: " + name, e);
        }
    }
}
