package dev.joust.compare.fidelity;

import dev.joust.compare.fidelity.Finding.Outcome;
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
public record Bench(List<Probed> answers, Set<String> asked, boolean glibc, boolean controlled) {

    /** All that there is to say. */
    public Fidelity fidelity(Fidelity.Setting setting, List<String> notes) {
        return new Fidelity(setting, findings(), controls(), notes, Plots.of(this));
    }

    private List<Fidelity.Control> controls() {
        return Stream.of(Arm.NO_FORCED, Arm.BARE)
                .filter(arm -> controlled)
                .map(arm -> new Fidelity.Control(arm.label(), !rounds(arm).isEmpty(), List.copyOf(caught(arm))))
                .toList();
    }

    /** Every figure, in the table's order. */
    List<Finding> findings() {
        return findings(Arm.JAVA, asked);
    }

    /**
     * The gated rows that a lock misses which is known to be wrong; empty when nothing found it out. Row 22 is about such a lock and
     * catches none.
     */
    Set<Integer> caught(Arm control) {
        var answered = answers.stream()
                .filter(a -> a.arm() == control)
                .map(Probed::key)
                .collect(Collectors.toSet());
        return findings(control, answered).stream()
                .filter(Finding::fails)
                .map(finding -> finding.name().row())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The questions behind every gated figure that misses, or could not be measured, so far. */
    public Set<String> doubtful() {
        Set<String> doubtful = new TreeSet<>();
        for (var row : Rows.all()) {
            for (var figure : row.figures()) {
                if (figure.java() == Arm.JAVA && asked.containsAll(figure.keys())) {
                    var finding = finding(row, figure, Arm.JAVA);
                    if (finding.fails() || finding.open()) {
                        doubtful.addAll(figure.keys());
                    }
                }
            }
        }
        return doubtful;
    }

    private List<Finding> findings(Arm java, Set<String> keys) {
        List<Finding> findings = new ArrayList<>();
        for (var row : Rows.all()) {
            for (var figure : row.figures()) {
                boolean ofThisArm = figure.java() == Arm.JAVA || java == Arm.JAVA;
                boolean takesPart = figure.java() == Arm.JAVA || controlled;
                if (ofThisArm && takesPart && keys.containsAll(figure.keys())) {
                    findings.add(finding(row, figure, figure.java() == Arm.JAVA ? java : figure.java()));
                }
            }
        }
        return findings;
    }

    private Finding finding(Row row, Figure figure, Arm javaArm) {
        var tolerance = figure.tolerance();
        var cpython = tolerance.needsCPython() ? spread(figure, Arm.CPYTHON) : Optional.<Spread>empty();
        var java = spread(figure, javaArm);
        var name = new Finding.Name(row.number(), row.quantity(), figure.label(), row.gated(glibc));
        return new Finding(name, cpython, java, tolerance.text(), outcome(tolerance, cpython, java));
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

    private Optional<Spread> spread(Figure figure, Arm arm) {
        return Spread.of(rounds(arm).stream().mapToDouble(figure.value()).toArray());
    }

    /** The rounds of an arm, in order. */
    List<Round> rounds(Arm arm) {
        Map<Integer, Map<String, Map<String, List<Double>>>> rounds = new TreeMap<>();
        for (var answer : answers) {
            if (answer.arm() == arm) {
                rounds.computeIfAbsent(answer.round(), r -> new TreeMap<>())
                        .put(answer.key(), answer.samples().values());
            }
        }
        return rounds.values().stream().map(Round::new).toList();
    }
}
