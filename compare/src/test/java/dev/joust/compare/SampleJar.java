package dev.joust.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.joust.trial.ConcurrencyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * Compiles a model that no module has, {@code padded}, into a jar. It computes on a pool of threads, and so many
 * percent more than it is asked. Its counters tell the flags of its JVM.
 */
public final class SampleJar {
    static final String MODEL = "padded";

    private static final String SOURCE = """
            package sample;

            import dev.joust.scenario.Step;
            import dev.joust.trial.*;
            import java.lang.management.ManagementFactory;
            import java.util.*;
            import java.util.concurrent.*;

            public final class Padded implements ConcurrencyModel {
                private static final int MORE_PERCENT = %d;

                public String name() {
                    return "padded";
                }

                public Ceiling ceiling(int cores, int slots) {
                    return Ceiling.ofCores(cores, slots);
                }

                public WorkRunner start(Setup setup) {
                    var pool = Executors.newFixedThreadPool(setup.slots());
                    return new WorkRunner() {
                        public CompletionStage<Outcome> run(Work work) {
                            return CompletableFuture.supplyAsync(() -> answer(work, setup.body()), pool);
                        }

                        public Map<String, Double> counters() {
                            var flags = new TreeMap<String, Double>();
                            var given = ManagementFactory.getRuntimeMXBean().getInputArguments();
                            given.forEach(flag -> flags.put(flag, 1.0));
                            return flags;
                        }

                        public void close() {
                            pool.shutdownNow();
                        }
                    };
                }

                private static Outcome answer(Work work, TaskBody body) {
                    long digest = work.seed();
                    for (int i = 0; i < work.steps().size(); i++) {
                        var step = (Step.Compute) work.steps().get(i);
                        var cpu = step.cpu().multipliedBy(MORE_PERCENT).dividedBy(100);
                        var more = new Step.Compute(step.kernel(), cpu);
                        body.compute(more, work.seed(i), Checkpoint.NONE);
                        digest = Digest.fold(digest, body.compute(step, work.seed(i), Checkpoint.NONE));
                    }
                    return new Outcome.Done(digest, 0, 0);
                }
            }
            """;

    private SampleJar() {}

    /** Writes {@code padded-0.jar} and {@code padded-10.jar} into a folder, for a comparison by hand. */
    public static void main(String[] folder) throws IOException {
        for (int percent : new int[] {0, 10}) {
            System.out.println(write(Path.of(folder[0]), percent));
        }
    }

    /** Writes the jar of a model that computes so many percent more. */
    static Path write(Path folder, int morePercent) throws IOException {
        var work = Files.createDirectories(folder.resolve("padded-" + morePercent + "/sample"));
        var source = Files.writeString(work.resolve("Padded.java"), String.format(Locale.ROOT, SOURCE, morePercent));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), source.toString());
        if (failed != 0) {
            throw new IOException(source + " does not compile");
        }
        var file = folder.resolve("padded-" + morePercent + ".jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            try (var classes = Files.newDirectoryStream(work, "*.class")) {
                for (var one : classes) {
                    jar.putNextEntry(new JarEntry("sample/" + one.getFileName()));
                    Files.copy(one, jar);
                }
            }
            jar.putNextEntry(new JarEntry("META-INF/services/" + ConcurrencyModel.class.getName()));
            jar.write("sample.Padded\n".getBytes(UTF_8));
        }
        return file;
    }
}
