package dev.joust.compare.verdict;

import dev.joust.compare.plan.UsageException;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.MeasuredCapacity;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * A session and its judgement.
 *
 * @param notes who disturbed it; nothing is judged by them
 * @param capacities that its loads are shares of
 */
public record JudgedSession(
        Session session, Judgement judgement, List<DisturbanceNote> notes, List<MeasuredCapacity> capacities) {

    /**
     * Reads and judges the session of a folder, which another machine may have run.
     *
     * @throws UsageException where there is no session, or it cannot be read
     */
    public static JudgedSession in(Path folder) {
        var opened = SessionFolder.open(folder);
        var session = opened.readSession();
        var judgement = new Judge(session, opened.readRecalibrations()).judge(opened.readResults());
        return new JudgedSession(session, judgement, opened.readDisturbances(), opened.readCapacities());
    }
}
