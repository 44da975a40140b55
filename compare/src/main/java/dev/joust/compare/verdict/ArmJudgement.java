package dev.joust.compare.verdict;

import java.util.Optional;

/**
 * What one arm reached in the metric that ranks the arms, over its valid trials.
 *
 * @param median of the metric; empty without a value
 * @param efficiency the median share of the analytic limit, 1 at the limit; empty where arithmetic sets none, as for
 *     streams
 */
public record ArmJudgement(String arm, Optional<Double> median, Optional<Double> efficiency) {}
