package dev.joust.compare.fidelity;

import dev.joust.compare.fidelity.LockFinding.FindingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the answers of a session.
 *
 * @param answers all answers
 * @param asked the keys of the probe cases of this session; figures of other cases are left out
 * @param glibc whether the lock hands over as glibc does
 * @param controlled whether the negative controls take part
 */
public record FidelityJudge(List<ProbeResult> answers, Set<String> asked, boolean glibc, boolean controlled) {

    /** The result: findings, controls and plots. */
    public Fidelity fidelity(Fidelity.FidelityContext setting, List<String> notes) {
        return new Fidelity(setting, findings(), controls(), notes, FidelityPlots.of(this));
    }

    private List<Fidelity.NegativeControl> controls() {
        return Stream.of(LockUnderTest.NO_FORCED, LockUnderTest.BARE)
                .filter(arm -> controlled)
                .map(arm ->
                        new Fidelity.NegativeControl(arm.label(), !rounds(arm).isEmpty(), List.copyOf(caught(arm))))
                .toList();
    }

    /** Every figure, in the order of the table. */
    List<LockFinding> findings() {
        return findings(LockUnderTest.JAVA, asked);
    }

    /**
     * The required rows that a lock with a known fault misses; empty when it was not detected. Row 22 is about such a
     * lock and detects none.
     */
    Set<Integer> caught(LockUnderTest control) {
        var answered = answers.stream()
                .filter(a -> a.arm() == control)
                .map(ProbeResult::key)
                .collect(Collectors.toSet());
        return findings(control, answered).stream()
                .filter(LockFinding::fails)
                .map(finding -> finding.name().row())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys of the probe cases behind each required figure that does not hold so far. */
    public Set<String> doubtful() {
        Set<String> doubtful = new TreeSet<>();
        for (var row : FidelityTable.all()) {
            for (var figure : row.figures()) {
                if (takesPart(figure) && asked.containsAll(figure.keys())) {
                    var finding = finding(row, figure, figure.java());
                    if (finding.fails() || finding.open()) {
                        doubtful.addAll(figure.keys());
                    }
                }
            }
        }
        return doubtful;
    }

    private List<LockFinding> findings(LockUnderTest java, Set<String> keys) {
        List<LockFinding> findings = new ArrayList<>();
        for (var row : FidelityTable.all()) {
            for (var figure : row.figures()) {
                boolean ofThisArm = figure.java() == LockUnderTest.JAVA || java == LockUnderTest.JAVA;
                if (ofThisArm && takesPart(figure) && keys.containsAll(figure.keys())) {
                    findings.add(finding(row, figure, figure.java() == LockUnderTest.JAVA ? java : figure.java()));
                }
            }
        }
        return findings;
    }

    private boolean takesPart(LockMetric figure) {
        return figure.java() == LockUnderTest.JAVA || controlled;
    }

    private LockFinding finding(FidelityRow row, LockMetric figure, LockUnderTest javaArm) {
        var tolerance = figure.tolerance();
        double[] cpythonRounds = tolerance.needsCPython() ? figures(figure, LockUnderTest.CPYTHON) : new double[0];
        double[] javaRounds = figures(figure, javaArm);
        var cpython = Spread.of(cpythonRounds);
        var java = Spread.of(javaRounds);
        var outcome = outcome(tolerance, cpython, java);
        if (outcome == FindingOutcome.MISSED
                && tolerance.needsCPython()
                && MissedFigure.of(tolerance, cpythonRounds, javaRounds).isOpen()) {
            outcome = FindingOutcome.INCONCLUSIVE;
        }
        var name = new LockFinding.FigureName(row.number(), row.quantity(), figure.label(), row.required(glibc));
        return new LockFinding(name, cpython, java, tolerance.text(), outcome);
    }

    private static FindingOutcome outcome(Tolerance tolerance, Optional<Spread> cpython, Optional<Spread> java) {
        if (java.isEmpty() || tolerance.needsCPython() && cpython.isEmpty()) {
            return FindingOutcome.NOT_MEASURED;
        }
        if (tolerance instanceof Tolerance.Unbounded) {
            return FindingOutcome.REPORTED;
        }
        return tolerance.admits(cpython.orElse(java.get()), java.get()) ? FindingOutcome.HELD : FindingOutcome.MISSED;
    }

    private double[] figures(LockMetric figure, LockUnderTest arm) {
        return rounds(arm).stream().mapToDouble(figure.value()).toArray();
    }

    /** The rounds of a lock, in order. */
    List<RoundValues> rounds(LockUnderTest arm) {
        Map<Integer, Map<String, Map<String, List<Double>>>> rounds = new TreeMap<>();
        for (var answer : answers) {
            if (answer.arm() == arm) {
                rounds.computeIfAbsent(answer.round(), r -> new TreeMap<>())
                        .put(answer.key(), answer.samples().values());
            }
        }
        return rounds.values().stream().map(RoundValues::new).toList();
    }
}
