/**
 * A session in the formats of other tools: JMH's JSON, an interval log of HdrHistogram, and tidy CSV. Only trials that
 * are judged are exported: the last complete attempt at each block. A value that the judge does not take is not
 * exported as one; a lower bound is marked. Texts of a session may come from a stranger, so control characters are
 * replaced, and no text of a table is a formula.
 *
 * <pre>
 * verdict.JudgedSession -ExportedScenario-&gt; readings per trial and metric
 *                                |-- JmhExport  (JmhMetric)    ExportFormat names them,
 *                                |-- HistogramExport           and gives the text
 *                                '-- CsvExport  (CsvText)
 * </pre>
 */
package dev.joust.compare.export;
