package dev.joust.compare.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.report.ArmLoad.SecondReport;
import dev.joust.compare.report.HtmlReport;
import dev.joust.compare.report.MarkdownReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.TrialCourse;
import dev.joust.compare.session.Result;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.GarbageCollection;
import dev.joust.trial.Measurement.Housekeeping;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which trial stands for an arm, and what is shown of it. */
final class TrialCourseBuilderTest {
    private static final List<String> ARMS = List.of("threads", "loop");
    private static final Scenario OPEN = SampleScenarios.open("overload", 100, Quantity.GOODPUT, ARMS);
    private static final Scenario CLOSED = SampleScenarios.closed("calls", 4, Quantity.THROUGHPUT, ARMS);
    private static final Housekeeping HOUSEKEEPING = new Housekeeping(
            List.of(
                    new GarbageCollection("Copy", 250_000_000, 4_000_000),
                    new GarbageCollection("Copy", 1_250_000_000, 6_000_000),
                    new GarbageCollection("MarkSweepCompact", 1_750_000_000, 20_000_000)),
            2,
            Optional.of(90_000_000L),
            List.of(70_000_000L, 20_000_000L));

    @Test
    void theTrialInTheMiddleStandsForItsArm() {
        assertThat(middle(90, 70, 80)).isEqualTo(3);
        assertThat(middle(50, 90, 70, 80, 60)).isEqualTo(3);
    }

    @Test
    void ofTwoInTheMiddleItIsTheOneWithTheLowerValue() {
        assertThat(middle(90, 60, 80, 70)).isEqualTo(4);
    }

    @Test
    void trialsOfTheSameValueAreOrderedByTheirBlock() {
        assertThat(middle(70, 70, 70)).isEqualTo(2);
        assertThat(middle(80, 70, 70, 70)).isEqualTo(3);
    }

    @Test
    void aTrialWithoutAValueStandsForNoneThatHasOne() {
        var valued = open(3, 60);
        var without = withoutClasses(open(1, 90));
        assertThat(new TrialCourseBuilder(CLOSED, List.of(without, closed(2))).course())
                .hasValueSatisfying(course -> assertThat(course.block()).isEqualTo(2));
        assertThat(new TrialCourseBuilder(OPEN, List.of(valued)).course()).isPresent();
        assertThat(new TrialCourseBuilder(CLOSED, List.of(without)).course()).isPresent();
        assertThat(new TrialCourseBuilder(OPEN, List.of()).course()).isEmpty();
    }

    @Test
    void aBatchAndASearchHaveNoCourse() {
        var batch = SampleScenarios.batch("cpu", "Which?", ARMS);
        assertThat(new TrialCourseBuilder(batch, List.of(open(1, 90))).course()).isEmpty();
        assertThat(new TrialCourseBuilder(SampleScenarios.capacity("limit", ARMS), List.of(open(1, 90))).course())
                .isEmpty();
    }

    @Test
    void secondsAndHousekeepingAreThoseOfTheTrial() {
        long[] offered = {50, 200};
        var trial = SampleOpenTrial.answering(250, 10).seconds(offered, new long[] {10, 90});
        var course = new TrialCourseBuilder(OPEN, List.of(with(HOUSEKEEPING, trial.of(id(1), new Ceiling(1, 1)))))
                .course()
                .orElseThrow();
        assertThat(course.seconds()).extracting(SecondReport::offered).containsExactly(50.0, 200.0);
        assertThat(course.windowSeconds()).isEqualTo(2);
        var housekeeping = course.housekeeping().orElseThrow();
        assertThat(housekeeping.collections()).first().isEqualTo(new TrialCourse.CollectionReport("Copy", 0.25, 4));
        assertThat(housekeeping.moreCollections()).isEqualTo(2);
        assertThat(housekeeping.compilingMillis()).hasValue(90.0);
        assertThat(housekeeping.compilingMillisBySecond()).containsExactly(70.0, 20.0);
    }

    @Test
    void theTableAndThePictureShowTheSecondsOfTheTrialBesideTheMedians() {
        long[] rates = {50, 200, 50};
        var report = report(SampleScenarios.spike("spike", ARMS), block -> SampleOpenTrial.answering(300, 10)
                .seconds(rates, new long[] {10, 80 + block, 11}));
        assertThat(new MarkdownReport(report).text())
                .contains("Within a trial, second by second")
                .contains("| loop | 2 | 200 | 200 | 1 | 1 | 83 | n/a | n/a | 1 | 83.50 |");
        assertThat(new HtmlReport(report, Optional.empty()).text())
                .contains("id=\"course0\"")
                .contains("\"windowSeconds\":3.0");
    }

    @Test
    void aConstantRateHasSecondsToo() {
        var report = report(OPEN, _ -> SampleOpenTrial.answering(100, 10).seconds(new long[] {100}, new long[] {10}));
        assertThat(new MarkdownReport(report).text())
                .contains("| loop | 1 | 100 | 100 | 1 | 1 | 10 | n/a | n/a |\n")
                .doesNotContain("of all trials the medians");
    }

    @Test
    void aClosedLoadIsShownInTenths() {
        var results = List.of(with(HOUSEKEEPING, closed(1)));
        var course = new TrialCourseBuilder(CLOSED, results).course().orElseThrow();
        assertThat(course.seconds()).isEmpty();
        assertThat(course.tenths()).hasSize(10).startsWith(100.0, 110.0);
    }

    private static Report report(Scenario scenario, IntFunction<SampleOpenTrial> trials) {
        return new SessionFixture(Profile.QUICK)
                .with(scenario)
                .arm("threads", trials::apply)
                .arm("loop", trials::apply)
                .controls()
                .report();
    }

    /** The block of the trial in the middle, where block by block so many of 100 units were answered in time. */
    private static int middle(int... inTime) {
        var results = Stream.iterate(1, block -> block + 1)
                .limit(inTime.length)
                .map(block -> open(block, inTime[block - 1]))
                .toList();
        return new TrialCourseBuilder(OPEN, results).course().orElseThrow().block();
    }

    private static TrialId id(int block) {
        return new TrialId("session", "scenario", "threads", block, 1);
    }

    private static Result open(int block, int inTime) {
        return SampleOpenTrial.answering(100, 10).inTime(inTime).of(id(block), new Ceiling(1, 1));
    }

    private static Result closed(int block) {
        var result = SampleTrial.closed(1_000, 4).of(id(block), new Ceiling(1, 4));
        var measured = result.measurement().orElseThrow();
        var series = List.of(10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L);
        var window = new Measurement.Window(measured.window().nanos(), true, List.of(), series, Optional.empty());
        return with(
                new Measurement(
                        measured.id(),
                        measured.model(),
                        window,
                        measured.classes(),
                        measured.totals(),
                        measured.capacity()),
                result);
    }

    private static Result withoutClasses(Result result) {
        var measured = result.measurement().orElseThrow();
        return with(
                new Measurement(
                        measured.id(),
                        measured.model(),
                        measured.window(),
                        Map.of(),
                        measured.totals(),
                        measured.capacity()),
                result);
    }

    private static Result with(Housekeeping housekeeping, Result result) {
        var measured = result.measurement().orElseThrow();
        return with(
                new Measurement(
                        measured.id(),
                        measured.model(),
                        measured.window(),
                        measured.classes(),
                        measured.totals(),
                        measured.capacity(),
                        Optional.of(housekeeping)),
                result);
    }

    private static Result with(Measurement measurement, Result result) {
        return new Result(Result.FORMAT, result.id(), Optional.of(measurement), Optional.empty(), result.outside());
    }
}
