/**
 * How one run is driven and measured, and the interface that a model implements.
 *
 * <pre>
 * {@code Trial -> ConcurrencyModel.start -> WorkRunner <-run(Work)- Driver -> Recorder -> Measurement}
 * </pre>
 *
 * A model knows {@link dev.joust.trial.Work}, {@link dev.joust.trial.TaskBody} and {@link dev.joust.trial.Outcome}; it never
 * sees a clock, a recorder or the plan. Only {@code Driver} stamps times, so one definition of latency
 * serves all.
 */
package dev.joust.trial;
