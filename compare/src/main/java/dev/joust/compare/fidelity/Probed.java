package dev.joust.compare.fidelity;

import dev.joust.fidelity.Answer;
import dev.joust.fidelity.Order;

/**
 * One answer: a line of {@code probes.jsonl}.
 *
 * @param round from 1
 * @param key of the question
 * @param order as it was given
 * @param samples what came back; for an echo the client's values stand beside the server's
 */
public record Probed(int round, Arm arm, String key, Order order, Answer.Samples samples) {}
