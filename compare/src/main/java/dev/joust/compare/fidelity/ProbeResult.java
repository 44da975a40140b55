package dev.joust.compare.fidelity;

import dev.joust.fidelity.ProbeAnswer;
import dev.joust.fidelity.ProbeOrder;

/**
 * One answer: a line of {@code probes.jsonl}.
 *
 * @param round counted from 1
 * @param key of the probe case
 * @param order the order of the probe process
 * @param samples the measured values; an echo holds those of the client and of the server
 */
public record ProbeResult(
        int round, LockUnderTest arm, String key, ProbeOrder order, ProbeAnswer.ProbeSamples samples) {}
