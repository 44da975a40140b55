package dev.joust.compare.merge;

import dev.joust.compare.plan.FolderWriteException;
import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.session.SessionLines;
import java.nio.file.Path;
import java.util.List;

/** The session of several shards. Each line names its host. */
public record MergedSession(Session session, SessionLines lines) {

    /**
     * Writes it into a new folder.
     *
     * @throws UsageException when the folder holds a session already
     */
    public void write(Path folder) throws FolderWriteException {
        var created = SessionFolder.create(folder);
        created.writeSession(session);
        for (var line : lines.all().toList()) {
            created.append(line);
        }
    }

    /** What was merged, in a line, and what the plan has beyond it, in a line per shard. */
    public List<String> summary() {
        return new MergeSummary(session, lines.results()).lines();
    }
}
