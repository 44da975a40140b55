package dev.joust.compare.stats;

/**
 * The advantage of one model over another on one machine, from its own blocks alone.
 *
 * <p>Its interval has the confidence of the look, so it decides from six or seven blocks on, never from three: all
 * three blocks of a machine whose truth lies on a boundary are on one side of it in every fourth session (2/2^3).
 */
public record MachineEstimate(String machine, Estimate advantage) {
    MachineEstimate swapped() {
        return new MachineEstimate(machine, advantage.swapped());
    }
}
