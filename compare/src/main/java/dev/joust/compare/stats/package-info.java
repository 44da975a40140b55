/**
 * The statistics of a session: pure functions over log-ratios, without a clock, a disk or a thread. Everything is
 * turned so that more is better: an advantage above 1 (a log-ratio above 0) means that the model named first is
 * better. Each function takes all blocks at once, so nobody can hand over only the best of them.
 *
 * <pre>
 * Blocks --advantages--&gt; double[] --Estimate.of--&gt; Estimate --Rule.judge--&gt; Verdict --surviving--&gt; Verdict
 *    |                       '---------------- Rule.p --&gt; Holm.adjust -------------------'
 *    |--median--&gt; Median
 *    '--comparisons--&gt; PairedComparison --Winner.among--&gt; Winner       Looks: when a session is judged
 *
 * log-ratios at each value --Crossover--&gt; FigureEstimate
 * throughput at each value --ScalingLaws--&gt; FigureEstimate
 * values of one arm --MeanEstimate: JMH's score and error, for export alone
 * </pre>
 */
package dev.joust.compare.stats;
