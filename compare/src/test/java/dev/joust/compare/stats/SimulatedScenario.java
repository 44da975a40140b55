package dev.joust.compare.stats;

import dev.joust.compare.stats.Blocks.Better;
import dev.joust.compare.stats.Looks.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A scenario on a simulated machine, which runs blocks until it is decided. */
final class SimulatedScenario {

    /** What is claimed of two models. */
    record SimulatedClaim(String model, String rival, Rule rule) {}

    private final Map<String, Double> times;
    private final List<SimulatedClaim> claims;
    private final List<Map<String, Double>> blocks = new ArrayList<>();

    /** @param times that each model takes on a machine at rest */
    SimulatedScenario(Map<String, Double> times, List<SimulatedClaim> claims) {
        this.times = new TreeMap<>(times);
        this.claims = claims;
    }

    void run(DriftingMachine machine) {
        double[] found = machine.block(
                times.values().stream().mapToDouble(Double::doubleValue).toArray());
        Map<String, Double> block = new TreeMap<>();
        for (var model : times.keySet()) {
            block.put(model, found[block.size()]);
        }
        blocks.add(block);
    }

    int blocks() {
        return blocks.size();
    }

    List<Verdict> verdicts(Look look) {
        return claims.stream()
                .map(claim -> claim.rule().judge(advantages(claim), look.confidence()))
                .toList();
    }

    List<Double> p() {
        return claims.stream().map(claim -> claim.rule().p(advantages(claim))).toList();
    }

    Winner winner(Look look, double margin) {
        return Winner.among(times.keySet(), found().comparisons(look.confidence()), margin);
    }

    /** The advantage of the first model over the last: of a control. */
    Estimate control(Look look) {
        var models = List.copyOf(times.keySet());
        return Estimate.of(found().advantages(models.getFirst(), models.getLast()), look.confidence());
    }

    private LogRatios advantages(SimulatedClaim claim) {
        return found().advantages(claim.model(), claim.rival());
    }

    private Blocks found() {
        return new Blocks(blocks, Better.LOWER);
    }
}
