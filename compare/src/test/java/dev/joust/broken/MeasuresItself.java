package dev.joust.broken;

import dev.joust.trial.Measurement;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Keeps figures of its own, as a model must not. */
record MeasuresItself(Optional<Measurement> measurement, Histogram histogram) {}
