package dev.joust.compare.fidelity;

import dev.joust.fidelity.ProbeAnswer;
import dev.joust.fidelity.ProbeOrder;

/**
 * One answer: a line of {@code probes.jsonl}.
 *
 * @param round from 1
 * @param key of the question
 * @param order as it was given
 * @param samples what came back; for an echo the client's values stand beside the server's
 */
public record ProbeResult(
        int round, LockUnderTest arm, String key, ProbeOrder order, ProbeAnswer.ProbeSamples samples) {}
