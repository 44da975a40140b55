/**
 * Computes the values of a report, once, from a session and its judgement. Each builder makes one part; medians and
 * efficiencies come from the judgement.
 *
 * <pre>
 * {@code
 * Session, Judgement -> ReportBuilder -+-> ScenarioReportBuilder -+-> ArmReportBuilder -+-> ResourceUsageBuilder
 *                                      |                          |                     '-> LatencyPercentiles
 *                                      |                          '-> ClaimReportBuilder
 *                                      +-> StatementsReportBuilder
 *                                      '-> ContextReportBuilder -> ControlsReportBuilder
 * }
 * </pre>
 */
package dev.joust.compare.report.build;
