package dev.joust.compare.fidelity;

import dev.joust.compare.fidelity.LockFinding.Outcome;
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
 * The judge: findings out of answers.
 *
 * @param answers all of them
 * @param asked the keys of the questions that this session asks; other figures do not come into it
 * @param glibc whether the lock hands off as glibc does
 * @param controlled whether the negative controls take part
 */
public record FidelityJudge(List<ProbeResult> answers, Set<String> asked, boolean glibc, boolean controlled) {

    /** All that there is to say. */
    public Fidelity fidelity(Fidelity.Setting setting, List<String> notes) {
        return new Fidelity(setting, findings(), controls(), notes, FidelityPlots.of(this));
    }

    private List<Fidelity.Control> controls() {
        return Stream.of(LockUnderTest.NO_FORCED, LockUnderTest.BARE)
                .filter(arm -> controlled)
                .map(arm -> new Fidelity.Control(arm.label(), !rounds(arm).isEmpty(), List.copyOf(caught(arm))))
                .toList();
    }

    /** Every figure, in the table's order. */
    List<LockFinding> findings() {
        return findings(LockUnderTest.JAVA, asked);
    }

    /**
     * The gated rows that a lock misses which is known to be wrong; empty when nothing found it out. Row 22 is about such a lock and
     * catches none.
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

    /** The questions behind every gated figure that misses, or could not be measured, so far. */
    public Set<String> doubtful() {
        Set<String> doubtful = new TreeSet<>();
        for (var row : FidelityTable.all()) {
            for (var figure : row.figures()) {
                if (figure.java() == LockUnderTest.JAVA && asked.containsAll(figure.keys())) {
                    var finding = finding(row, figure, LockUnderTest.JAVA);
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
                boolean takesPart = figure.java() == LockUnderTest.JAVA || controlled;
                if (ofThisArm && takesPart && keys.containsAll(figure.keys())) {
                    findings.add(finding(row, figure, figure.java() == LockUnderTest.JAVA ? java : figure.java()));
                }
            }
        }
        return findings;
    }

    private LockFinding finding(FidelityRow row, LockMetric figure, LockUnderTest javaArm) {
        var tolerance = figure.tolerance();
        var cpython = tolerance.needsCPython() ? spread(figure, LockUnderTest.CPYTHON) : Optional.<Spread>empty();
        var java = spread(figure, javaArm);
        var name = new LockFinding.Name(row.number(), row.quantity(), figure.label(), row.gated(glibc));
        return new LockFinding(name, cpython, java, tolerance.text(), outcome(tolerance, cpython, java));
    }

    private static Outcome outcome(Tolerance tolerance, Optional<Spread> cpython, Optional<Spread> java) {
        if (java.isEmpty() || tolerance.needsCPython() && cpython.isEmpty()) {
            return Outcome.NOT_MEASURED;
        }
        if (tolerance instanceof Tolerance.Unbounded) {
            return Outcome.REPORTED;
        }
        return tolerance.admits(cpython.orElse(java.get()), java.get()) ? Outcome.HELD : Outcome.MISSED;
    }

    private Optional<Spread> spread(LockMetric figure, LockUnderTest arm) {
        return Spread.of(rounds(arm).stream().mapToDouble(figure.value()).toArray());
    }

    /** The rounds of an arm, in order. */
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
