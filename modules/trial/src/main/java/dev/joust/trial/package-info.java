/**
 * Runs and measures one trial, and defines the interface that a model implements.
 *
 * <pre>
 * {@code Trial -> ConcurrencyModel.start -> WorkRunner <-run(Work)- Driver -> Recorder -> Analysis -> Measurement}
 * {@code open loads:                        Schedule -> Generator <- OpenDriver, CapacityDriver}
 * </pre>
 *
 * A model knows {@link dev.joust.trial.Setup}, {@link dev.joust.trial.Work}, {@link dev.joust.trial.TaskBody} and
 * {@link dev.joust.trial.Outcome}. It never sees a clock, a recorder or the plan. Only {@code Dispatch} stamps times,
 * so one definition of latency serves every model.
 */
package dev.joust.trial;
