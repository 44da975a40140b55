package dev.joust.compare.stats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That a decision depends on the machine: two machines lie clear on opposite sides, each by its own exact interval.
 * Then no average over the machines is an answer, however narrow its interval.
 *
 * <p>Each interval has the confidence of the look, so a machine with fewer than {@link Wilcoxon#leastBlocks} blocks is
 * never clear. Where machines have three blocks each, that costs nothing while few machines share a decision: of 3+3
 * or 3+3+3 blocks, the test on all of them cannot decide either while one machine's blocks are all on the other side.
 *
 * @param text which machines, in words
 */
public record MachineDependence(String text) {
    private static final int MAX_NAMED = 4;

    /** @return empty where the machines do not contradict each other, or there is one alone */
    public static Optional<MachineDependence> of(Rule rule, List<MachineEstimate> machines) {
        var held = clear(rule, machines, VerdictOutcome.HELD);
        var refuted = clear(rule, machines, VerdictOutcome.REFUTED);
        if (!held.isEmpty() && !refuted.isEmpty()) {
            return found("held on %s, refuted on %s", held, refuted);
        }
        if (!(rule instanceof TiesRule)) {
            return Optional.empty(); // refuted on several machines, all in one direction
        }
        var ahead = refuted.stream()
                .filter(machine -> machine.advantage().logLow() > 0)
                .toList();
        var behind = refuted.stream()
                .filter(machine -> machine.advantage().logHigh() < 0)
                .toList();
        return ahead.isEmpty() || behind.isEmpty()
                ? Optional.empty()
                : found("ahead on %s, behind on %s", ahead, behind);
    }

    private static List<MachineEstimate> clear(Rule rule, List<MachineEstimate> machines, VerdictOutcome outcome) {
        return machines.stream()
                .filter(machine -> rule.judge(machine.advantage()).outcome() == outcome)
                .toList();
    }

    private static Optional<MachineDependence> found(
            String format, List<MachineEstimate> some, List<MachineEstimate> others) {
        return Optional.of(new MachineDependence(
                "depends on the machine: " + String.format(Locale.ROOT, format, names(some), names(others))));
    }

    private static String names(List<MachineEstimate> machines) {
        int more = machines.size() - MAX_NAMED;
        return Stream.concat(
                        machines.stream()
                                .limit(MAX_NAMED)
                                .map(machine -> machine.machine() + " "
                                        + machine.advantage().interval()),
                        more > 0 ? Stream.of(more + " more") : Stream.empty())
                .collect(Collectors.joining(", "));
    }
}
