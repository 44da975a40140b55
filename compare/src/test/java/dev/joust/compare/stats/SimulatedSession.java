package dev.joust.compare.stats;

import dev.joust.compare.stats.Looks.Look;
import dev.joust.compare.stats.SimulatedScenario.SimulatedClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A session as Joust runs it: looks, margin, Holm, controls. In each scenario {@code a} and {@code b} are equal,
 * {@code c} takes 1.35 times as long and {@code d} twice as long. The claims on the first scenario lie exactly on their
 * boundary, so each decision on them is a false one. The claims on the others are true.
 */
final class SimulatedSession {
    private static final Map<String, Double> TIMES = Map.of("a", 1.0, "b", 1.0, "c", 1.35, "d", 2.0);

    private final Looks looks;
    private final SimulatedScenario boundary;
    private final List<SimulatedScenario> others;
    private final SimulatedScenario equal = new SimulatedScenario(Map.of("one", 1.0, "other", 1.0), List.of());
    private final SimulatedScenario slower = new SimulatedScenario(Map.of("one", 1.0, "slower", 1.25), List.of());

    /** What a session said. */
    record SimulatedResult(
            boolean falseWinner,
            int falseDecisions,
            int falseRefutations,
            SimulatedCounts counts,
            ControlsFound controls) {}

    /**
     * How much it found.
     *
     * @param held the true claims that are held
     * @param winners the scenarios whose true winners, the two equal models, are found to tie
     * @param blocks of the scenarios whose claims are true
     */
    record SimulatedCounts(int held, int winners, int blocks) {}

    /** What the controls say. */
    enum ControlsFound {
        SOUND,
        UNDERPOWERED,
        CONTAMINATED
    }

    /** @param scenarios how many beside the first one */
    SimulatedSession(Looks looks, int scenarios) {
        this.looks = looks;
        boundary = new SimulatedScenario(TIMES, List.of(beats("a", "c", 1.35), beats("b", "d", 2)));
        others = Stream.generate(() -> new SimulatedScenario(
                        TIMES,
                        List.of(
                                new SimulatedClaim("a", "b", new TiesRule(looks.margin())),
                                beats("a", "c", 1.25),
                                beats("b", "d", 1.5))))
                .limit(scenarios)
                .toList();
    }

    private static SimulatedClaim beats(String model, String rival, double by) {
        return new SimulatedClaim(model, rival, new BeatsRule(by));
    }

    SimulatedResult run(DriftingMachine machine) {
        var all = Stream.concat(Stream.of(boundary), others.stream()).toList();
        var running = new ArrayList<>(
                Stream.concat(all.stream(), Stream.of(equal, slower)).toList());
        List<List<Verdict>> verdicts = List.of();
        for (int round = 1; round <= looks.blocks(); round++) {
            running.forEach(scenario -> scenario.run(machine));
            if (looks.now(round)) {
                verdicts = verdicts(all);
                for (int i = 0; i < all.size(); i++) {
                    if (verdicts.get(i).stream().allMatch(Verdict::decided)) {
                        running.remove(all.get(i));
                    }
                }
                running.removeIf(s -> s == equal && equalShown() || s == slower && slowerShown());
            }
        }
        return result(all, verdicts);
    }

    private SimulatedResult result(List<SimulatedScenario> all, List<List<Verdict>> verdicts) {
        var winners = all.stream().map(s -> s.winner(look(s), looks.margin())).toList();
        var truths = verdicts.subList(1, verdicts.size()).stream()
                .flatMap(List::stream)
                .toList();
        return new SimulatedResult(
                winners.stream().anyMatch(Winner.Sole.class::isInstance),
                (int) verdicts.getFirst().stream().filter(Verdict::decided).count(),
                count(truths, VerdictOutcome.REFUTED),
                new SimulatedCounts(
                        count(truths, VerdictOutcome.HELD),
                        (int) winners.stream()
                                .filter(Winner.Tied.class::isInstance)
                                .count(),
                        others.stream().mapToInt(SimulatedScenario::blocks).sum()),
                controls());
    }

    private static int count(List<Verdict> verdicts, VerdictOutcome outcome) {
        return (int) verdicts.stream().filter(v -> v.outcome() == outcome).count();
    }

    private ControlsFound controls() {
        var pair = new TiesRule(looks.margin()).judge(equal.control(look(equal)));
        if (pair.outcome() == VerdictOutcome.REFUTED) {
            return ControlsFound.CONTAMINATED;
        }
        return equalShown() && slowerShown() ? ControlsFound.SOUND : ControlsFound.UNDERPOWERED;
    }

    private boolean equalShown() {
        return new TiesRule(looks.margin()).judge(equal.control(look(equal))).outcome() == VerdictOutcome.HELD;
    }

    private boolean slowerShown() {
        return slower.control(look(slower)).logLow() > 0;
    }

    private Look look(SimulatedScenario scenario) {
        return looks.at(scenario.blocks());
    }

    private List<List<Verdict>> verdicts(List<SimulatedScenario> scenarios) {
        double[] p = scenarios.stream()
                .flatMap(s -> s.p().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] adjusted = Holm.adjust(p);
        List<List<Verdict>> verdicts = new ArrayList<>();
        int next = 0;
        for (var scenario : scenarios) {
            List<Verdict> ofScenario = new ArrayList<>();
            for (var verdict : scenario.verdicts(look(scenario))) {
                double holm = adjusted[next++];
                ofScenario.add(
                        looks.family() ? verdict.surviving(holm, look(scenario).alpha()) : verdict);
            }
            verdicts.add(ofScenario);
        }
        return verdicts;
    }
}
