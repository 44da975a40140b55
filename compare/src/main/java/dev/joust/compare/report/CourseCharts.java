package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The charts of how a trial of each arm went within its window. Their values are those of {@link CourseTables}. */
public record CourseCharts(List<CourseChart> charts) {

    /**
     * The chart of one scenario.
     *
     * @param id of its element in the page
     * @param anchor of the scenario in the page
     * @param open whether the load is open: second by second, else in tenths of the window
     * @param blocks which trial stands for which arm, in words
     */
    public record CourseChart(String id, String anchor, boolean open, String blocks, List<CourseCurve> curves) {}

    /** One arm. */
    public record CourseCurve(String arm, TrialCourse course) {}

    static CourseCharts of(Report report) {
        var scenarios = report.ordered();
        return new CourseCharts(IntStream.range(0, scenarios.size())
                .mapToObj(i -> chart("course" + i, scenarios.get(i)))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<CourseChart> chart(String id, ScenarioReport scenario) {
        var curves = scenario.arms().stream()
                .flatMap(arm -> arm.trials().course().stream()
                        .map(course -> new CourseCurve(arm.label().name(), course)))
                .toList();
        boolean open =
                curves.stream().anyMatch(curve -> !curve.course().seconds().isEmpty());
        var shown = curves.stream()
                .filter(curve -> open
                        ? !curve.course().seconds().isEmpty()
                        : !curve.course().tenths().isEmpty())
                .toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new CourseChart(
                        id,
                        scenario.question().anchor(),
                        open,
                        CourseTables.blocks(scenario).strip(),
                        shown));
    }

    /** The chart of a scenario; empty where no trial has a course. */
    public Optional<CourseChart> chart(ScenarioReport scenario) {
        return charts.stream()
                .filter(chart -> chart.anchor().equals(scenario.question().anchor()))
                .findFirst();
    }
}
