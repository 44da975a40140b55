package dev.joust.compare.remote;

import dev.joust.compare.plan.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What is sent to hosts. The distribution is packed when the first host lacks it. Safe for several threads. */
final class SentFiles {
    private final SentDistribution distribution;
    private final RunFiles files;
    private final SendFolder folder;
    private Optional<Path> packed = Optional.empty();

    /** @param folder of what is packed */
    SentFiles(SentDistribution distribution, RunFiles files, SendFolder folder) {
        this.distribution = distribution;
        this.files = files;
        this.folder = folder;
    }

    RemoteScripts scripts() {
        return new RemoteScripts(distribution.sha256());
    }

    /** The packed distribution. */
    synchronized Path distribution() throws IOException, InterruptedException {
        if (packed.isEmpty()) {
            packed = Optional.of(distribution.pack(folder.path()));
        }
        return packed.get();
    }

    /**
     * The packed files of a run.
     *
     * @param run its name, which no other run has
     */
    Path run(SshHost host, Shard shard, String run) throws IOException, InterruptedException {
        return files.pack(host, shard, folder.folder(run));
    }
}
