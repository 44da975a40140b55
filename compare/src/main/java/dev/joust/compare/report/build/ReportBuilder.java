package dev.joust.compare.report.build;

import dev.joust.compare.report.ProfileReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.Report.ReportHeading;
import dev.joust.compare.report.StatusReport;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.DisturbanceNote;
import dev.joust.compare.session.MeasuredCapacity;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.Judgement;
import java.util.List;

/**
 * Computes everything that a report shows, once, from a session and its judgement.
 *
 * @param notes who disturbed the session
 * @param capacities that its loads are shares of
 */
public record ReportBuilder(
        Session session, Judgement judgement, List<DisturbanceNote> notes, List<MeasuredCapacity> capacities) {
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    public ReportBuilder(JudgedSession judged) {
        this(judged.session(), judged.judgement(), judged.notes(), judged.capacities());
    }

    public Report report() {
        return new Report(
                Report.FORMAT,
                heading(),
                judgement.scenarios().stream()
                        .map(scenario -> new ScenarioReportBuilder(
                                        session,
                                        judgement.status(scenario),
                                        scenario,
                                        new Capacities(session.plan().scenarios(), shown()))
                                .report())
                        .toList(),
                new StatementsReportBuilder(session, judgement).statements(),
                new ContextReportBuilder(session, judgement, notes).context(),
                new ScalingReportBuilder(session, judgement).report());
    }

    /** Each machine has capacities of its own, which do not compare: of several machines none is shown. */
    private List<MeasuredCapacity> shown() {
        return session.hosts().filter(hosts -> hosts.size() > 1).isPresent() ? List.of() : capacities;
    }

    private ReportHeading heading() {
        var profile = session.plan().profile();
        var looks = session.plan().looks();
        return new ReportHeading(
                session.name(),
                session.machine().started(),
                new ProfileReport(
                        profile.label(),
                        session.machine().flags().contains(FIRST_COMPILER_ONLY),
                        looks.margin(),
                        looks.error(),
                        looks.family()),
                session.plan().seed(),
                status());
    }

    private StatusReport status() {
        return switch (judgement.status()) {
            case SOUND -> StatusReport.SOUND;
            case DISTURBED -> StatusReport.DISTURBED;
            case CONTAMINATED -> StatusReport.CONTAMINATED;
            case UNDERPOWERED -> StatusReport.UNDERPOWERED;
            case UNCONTROLLED -> StatusReport.UNCONTROLLED;
            case UNJUDGED -> StatusReport.UNJUDGED;
            case SHARD -> StatusReport.SHARD;
        };
    }
}
