package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The command of a container as a process of this machine, without the container around it.
 *
 * @param folder has the launcher and the mounted scenarios, and stands for the folders of the image
 */
record PodProcess(Path folder, Container container) {
    private static final int LIMIT_MINUTES = 5;

    /** Runs it to its end and returns its log: standard output and standard error. */
    String log(int index) throws IOException, InterruptedException {
        var log = folder.resolve(index + ".log");
        var words = Stream.of(container.getCommand(), container.getArgs())
                .flatMap(List::stream)
                .map(word -> word.replace(
                                "/opt/joust/joust", folder.resolve("joust").toString())
                        .replace("/work/", folder + "/"))
                .toList();
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JOB_COMPLETION_INDEX", Integer.toString(index));
        for (var variable : container.getEnv()) {
            assertThat(variable.getValueFrom().getFieldRef().getFieldPath()).isEqualTo("spec.nodeName");
            builder.environment().put(variable.getName(), String.format(Locale.ROOT, "node-%d", index));
        }
        var process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }
}
