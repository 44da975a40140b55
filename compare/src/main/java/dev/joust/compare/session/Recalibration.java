package dev.joust.compare.session;

import dev.joust.trial.Calibration;

/**
 * How fast a runtime was after a round: the calibration of the session's start, done again. Work is sized by the first one alone.
 *
 * @param round counted from 1
 */
public record Recalibration(int round, String runtime, Calibration calibration) {}
