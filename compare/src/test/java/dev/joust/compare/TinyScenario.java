package dev.joust.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A scenario that a shard runs in seconds. It calls no service. */
final class TinyScenario {
    private TinyScenario() {}

    /** Writes it into a file of this name. */
    static Path write(Path folder, String name) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), String.format(Locale.ROOT, """
                scenario: %s
                question: Do shards come together?
                work:
                  task: [{compute: {kernel: mix, cpu: 5ms}}]
                load:
                  batch: 4
                models: [platform-threads, virtual-threads]
                metric: makespan
                claims:
                  - claim: platform-threads ties virtual-threads within 100 %%
                    because: The test needs a claim.
                """, name));
    }
}
