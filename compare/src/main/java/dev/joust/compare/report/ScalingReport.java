package dev.joust.compare.report;

import java.util.List;
import java.util.Optional;

/**
 * How the models scale.
 *
 * @param sweeps metric against value
 * @param serial one per batch of pure computation
 */
public record ScalingReport(List<SweepReport> sweeps, List<SerialReport> serial) {

    /**
     * The serial fractions of a scenario, after Karp and Flatt.
     *
     * @param cores that its trials had
     */
    public record SerialReport(String scenario, double cores, List<SerialFraction> fractions) {}

    /** The serial fraction of an arm: 1 where the cores are as fast as one. */
    public record SerialFraction(String arm, FigureReport fraction) {}

    /** Those of a scenario, ranked by its primary metric; empty where it has none. */
    Optional<SerialReport> serial(ScenarioReport scenario) {
        return serial.stream()
                .filter(one -> scenario.question().metric().primary())
                .filter(one -> one.scenario().equals(scenario.question().name()))
                .findFirst();
    }
}
