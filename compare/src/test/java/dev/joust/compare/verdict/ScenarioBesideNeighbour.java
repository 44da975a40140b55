package dev.joust.compare.verdict;

import dev.joust.compare.stats.BeatsRule;
import dev.joust.compare.stats.Rule;
import dev.joust.compare.stats.TiesRule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A scenario of a simulated session.
 *
 * @param claims that hold on a quiet machine
 */
record ScenarioBesideNeighbour(List<SimulatedArm> arms, List<Holds> claims) {
    private static final double MARGIN = 0.25;

    /** Computation, calls with little computation, and the three controls: equal, slower, sleeping. */
    static final List<ScenarioBesideNeighbour> ALL = List.of(
            new ScenarioBesideNeighbour(
                    List.of(
                            new SimulatedArm("loop", 0.60, 1, false),
                            new SimulatedArm("locked-threads", 0.60, 1, false),
                            new SimulatedArm("processes", 0.32, 2, true),
                            new SimulatedArm("free-threads", 0.32, 2, false)),
                    List.of(
                            new Holds("processes", "locked-threads", new BeatsRule(1.5)),
                            new Holds("free-threads", "loop", new BeatsRule(1.5)),
                            new Holds("loop", "locked-threads", new TiesRule(MARGIN)),
                            new Holds("processes", "free-threads", new TiesRule(MARGIN)))),
            new ScenarioBesideNeighbour(
                    List.of(
                            new SimulatedArm("loop", 0.40, 0.9, false),
                            new SimulatedArm("threads", 0.40, 1.3, true),
                            new SimulatedArm("processes", 0.80, 0.4, false)),
                    List.of(
                            new Holds("loop", "processes", new BeatsRule(1.5)),
                            new Holds("loop", "threads", new TiesRule(MARGIN)))),
            new ScenarioBesideNeighbour(
                    List.of(new SimulatedArm("one", 0.32, 2, true), new SimulatedArm("other", 0.32, 2, false)),
                    List.of(new Holds("one", "other", new TiesRule(MARGIN)))),
            new ScenarioBesideNeighbour(
                    List.of(new SimulatedArm("as-is", 0.32, 2, true), new SimulatedArm("slower", 0.40, 2, false)),
                    List.of()),
            new ScenarioBesideNeighbour(
                    List.of(new SimulatedArm("many", 0.40, 0.1, true), new SimulatedArm("few", 2, 0.1, false)),
                    List.of(new Holds("many", "few", new BeatsRule(4)))));

    /** Servers under an open load: fifteen arms whose windows are long, three of them faster than the others. */
    static final List<ScenarioBesideNeighbour> SERVERS = List.of(new ScenarioBesideNeighbour(
            IntStream.rangeClosed(1, 15)
                    .mapToObj(i -> new SimulatedArm("server-" + i, i <= 3 ? 10 : 20, 1, i % 5 == 0))
                    .toList(),
            List.of(
                    new Holds("server-1", "server-4", new BeatsRule(1.5)),
                    new Holds("server-3", "server-15", new BeatsRule(1.5)),
                    new Holds("server-5", "server-6", new TiesRule(MARGIN)),
                    new Holds("server-7", "server-8", new TiesRule(MARGIN)))));

    /**
     * An arm.
     *
     * @param seconds its window on a quiet machine
     * @param cores that it uses
     * @param target whether a neighbour of one arm hits it
     */
    record SimulatedArm(String name, double seconds, double cores, boolean target) {}

    /** A claim that holds on a quiet machine. */
    record Holds(String arm, String other, Rule rule) {}
}
