package dev.joust.compare.session;

import dev.joust.trial.Calibration;

/**
 * A later calibration of a runtime. It widens the analytic limits where the machine has become faster; work keeps the
 * size that the first calibration gave it.
 *
 * @param round after which it was made, from 1
 */
public record Recalibration(int round, String runtime, Calibration calibration) {}
