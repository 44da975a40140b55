/**
 * From results to a judgement: which trials are valid, what each claim's verdict is, which model won, and whether the
 * controls allow to believe it. The same session folder always gives the same judgement, here or on another machine.
 * Medians and efficiencies are computed here, once; the report only shows them.
 *
 * <pre>
 * results --Attempts--&gt; Evidence --values(metric)--&gt; stats.Blocks
 *                          |                           |
 *                  ValidityChecks          ClaimCheck, ControlCheck, Winner
 *                  AnalyticLimits                      |
 *                  CalibrationDrift            ScenarioJudgement --ClaimFamily--&gt; Judgement
 * </pre>
 *
 * A merged session has several hosts. {@code MachineExclusion} leaves out the machines whose controls failed, before
 * all of that. Each trial is checked by the cores and calibrations of its host, and each claim is also judged machine
 * by machine ({@link dev.joust.compare.verdict.AcrossMachines}).
 */
package dev.joust.compare.verdict;
