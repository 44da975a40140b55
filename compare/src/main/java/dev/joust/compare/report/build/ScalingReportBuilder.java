package dev.joust.compare.report.build;

import dev.joust.compare.report.FigureReport;
import dev.joust.compare.report.ScalingReport;
import dev.joust.compare.report.ScalingReport.SerialFraction;
import dev.joust.compare.report.ScalingReport.SerialReport;
import dev.joust.compare.report.SweepReport;
import dev.joust.compare.report.SweepReport.ArmScalingReport;
import dev.joust.compare.report.SweepReport.CrossoverOrigin;
import dev.joust.compare.report.SweepReport.CrossoverReport;
import dev.joust.compare.report.SweepReport.ExpectedCrossover;
import dev.joust.compare.report.SweepReport.LawReport;
import dev.joust.compare.report.SweepReport.SweepHeading;
import dev.joust.compare.report.SweepReport.SweepRow;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.SerialFractions;
import dev.joust.compare.verdict.SweepJudgement;
import dev.joust.compare.verdict.SweepJudgement.ArmScaling;
import dev.joust.compare.verdict.SweepJudgement.CrossoverJudgement;
import dev.joust.compare.verdict.SweepJudgement.SweepValue;
import dev.joust.scenario.Arm;
import dev.joust.scenario.SweepPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes what a report shows of the sweeps, and of the serial fractions. */
record ScalingReportBuilder(Session session, Judgement judgement) {

    ScalingReport report() {
        return new ScalingReport(
                judgement.sweeps().stream().map(ScalingReportBuilder::sweep).toList(),
                judgement.scenarios().stream().flatMap(s -> serial(s).stream()).toList());
    }

    private Optional<SerialReport> serial(ScenarioJudgement judged) {
        List<SerialFraction> fractions = new ArrayList<>();
        new SerialFractions(session)
                .of(judged)
                .forEach((arm, fraction) -> fractions.add(new SerialFraction(arm, FigureReport.of(fraction))));
        var scenario = judged.evidence().scenario();
        double cores = scenario.cpus(session.machine().environment().hardware().usableCores());
        return fractions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SerialReport(scenario.name(), cores, fractions));
    }

    private static SweepReport sweep(SweepJudgement judged) {
        var first = judged.first();
        var metric = first.judging().primary();
        var arms = first.arms().stream().map(Arm::name).toList();
        return new SweepReport(
                new SweepHeading(
                        judged.name(),
                        first.question(),
                        first.point().orElseThrow().parameter(),
                        metric.toString(),
                        metric.quantity().unit()),
                arms,
                judged.values().stream().map(value -> row(value, arms)).toList(),
                judged.crossovers().stream()
                        .map(ScalingReportBuilder::crossover)
                        .toList(),
                judged.scaling().stream().map(ScalingReportBuilder::scaling).toList());
    }

    private static SweepRow row(SweepValue value, List<String> arms) {
        return new SweepRow(
                value.point().scenarioName(),
                value.point().label(),
                value.point().value(),
                arms.stream()
                        .map(arm -> Optional.ofNullable(value.metric().get(arm)).map(FigureReport::of))
                        .toList());
    }

    private static CrossoverReport crossover(CrossoverJudgement judged) {
        var claim = judged.claim();
        return new CrossoverReport(
                judged.outcome(),
                claim.toString(),
                judged.found().flatMap(found -> found.estimate()).map(FigureReport::of),
                judged.reason(),
                new CrossoverOrigin(
                        claim.because(),
                        claim.declared().toString(),
                        new ExpectedCrossover(
                                claim.between().arm(),
                                claim.between().other(),
                                claim.predicted().value(),
                                claim.predicted().label())));
    }

    private static ArmScalingReport scaling(ArmScaling arm) {
        return new ArmScalingReport(
                arm.arm(),
                arm.amdahl().map(law -> FigureReport.of(law.sigma())),
                arm.universal().map(law -> new LawReport(FigureReport.of(law.sigma()), FigureReport.of(law.kappa()))),
                arm.memory().map(FigureReport::of),
                arm.limit().map(SweepPoint::label));
    }
}
