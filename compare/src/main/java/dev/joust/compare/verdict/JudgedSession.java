package dev.joust.compare.verdict;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import java.nio.file.Path;

/** A session that was read from its folder and judged again. */
public record JudgedSession(Session session, Judgement judgement) {

    /**
     * Reads and judges the session of a folder, which another machine may have run.
     *
     * @throws UsageException where there is no session, or it cannot be read
     */
    public static JudgedSession in(Path folder) {
        var opened = SessionFolder.open(folder);
        var session = opened.readSession();
        return new JudgedSession(session, new Judge(session, opened.readRecalibrations()).judge(opened.readResults()));
    }
}
