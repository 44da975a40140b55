/**
 * What is asked: a {@link dev.joust.scenario.Scenario} as a value, and the reader of its file. Nothing here runs, waits or measures;
 * the only input is the text that {@link dev.joust.scenario.ScenarioFile} is given.
 *
 * <pre>
 * Scenario ─ question
 *          ├ Workload ─ WorkClass ─ Step (compute, native, spin, call, stream, file, payload, sleep)
 *          │          └ Load (batch, closed)
 *          ├ Arm (name, model, slots, more work, options)
 *          └ Judging ─ Metric, Claim, Control
 * </pre>
 */
package dev.joust.scenario;
