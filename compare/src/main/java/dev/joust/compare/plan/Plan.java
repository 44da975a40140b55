package dev.joust.compare.plan;

import dev.joust.scenario.Arm;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import dev.joust.trial.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which arms run in which order. Scenarios of a round and arms of a block are in random order. The same seed gives the
 * same plan, so a session can go on where it stopped.
 *
 * <p>The analytic control takes part in every second round: its ratio varies by less than a percent, and its trials
 * are long. In a plan in shards it takes part in every round: a machine has few rounds, all odd or all even ones where
 * the number of shards is even, and its own control shows whether it can be believed.
 *
 * @param scenarios with the arms that run
 * @param inShards whether several machines run its rounds
 */
public record Plan(List<Scenario> scenarios, long seed, boolean inShards) {

    /** Every arm of a scenario once, in this order, close in time. */
    public record Block(Scenario scenario, int number, List<Arm> order) {}

    public Plan {
        scenarios = List.copyOf(scenarios);
    }

    /** The plan of one machine. */
    public Plan(List<Scenario> scenarios, long seed) {
        this(scenarios, seed, false);
    }

    /** How many blocks of a scenario with this control so many rounds have: the first ones, or those of a shard. */
    public static int blocks(Control control, int rounds, boolean inShards) {
        return control instanceof Control.Expects && !inShards ? (rounds + 1) / 2 : rounds;
    }

    private boolean takesPart(Scenario scenario, int round) {
        return scenario.judging()
                .control()
                .map(control -> blocks(control, round, inShards) > blocks(control, round - 1, inShards))
                .orElse(true);
    }

    /** The blocks of a round: one per scenario that takes part, all with the same service process. */
    public List<Block> round(int number) {
        var random = new Random(Digest.child(seed, number));
        var order = new ArrayList<>(scenarios);
        Collections.shuffle(order, random);
        List<Block> blocks = new ArrayList<>();
        for (var scenario : order) {
            var arms = new ArrayList<>(scenario.arms());
            Collections.shuffle(arms, random);
            if (takesPart(scenario, number)) {
                blocks.add(new Block(scenario, number, List.copyOf(arms)));
            }
        }
        return blocks;
    }

    /** The seed of the units, the same for all arms of a block, so that all of them do the same work. */
    public long unitSeed(Block block) {
        return Digest.child(Digest.child(seed, block.scenario().name().hashCode()), block.number());
    }
}
