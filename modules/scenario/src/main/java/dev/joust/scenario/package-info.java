/**
 * A {@link dev.joust.scenario.Scenario} as a value, and the reader of its file. Nothing here runs, waits or measures.
 * The only input is the text that {@link dev.joust.scenario.ScenarioFile} reads, and recorded arrivals beside it.
 *
 * <pre>
 * Scenario ─ question
 *          ├ Workload ─ WorkClass ─ Step (compute, native, spin, call, stream, file, payload, sleep)
 *          │          └ Load (batch, closed, open: Rate, Arrivals; capacity: Promise)
 *          ├ Arm (name, model, slots, CPU factor, numbers in flight, options)
 *          └ Judging ─ Metric, Claim, Control
 *
 * text ─YAML─> Value ─ShapeCheck (Shape, Language)─> WorkloadReader, ArmReader, JudgingReader ─> Scenario
 *                                                └ OpenLoadReader, RateReader, ArrivalsReader
 * </pre>
 */
package dev.joust.scenario;
