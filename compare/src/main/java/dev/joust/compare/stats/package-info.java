/**
 * What the numbers of a session allow us to say: pure functions over log-ratios, no clock, no disk, no thread.
 *
 * <pre>
 * Blocks -advantages-&gt; double[] -Estimate.of-&gt; Estimate -Rule.judge-&gt; Verdict -surviving-&gt; Verdict
 *    |                   '-------------------- Rule.p -&gt; Holm.adjust ----------'
 *    '-duels-&gt; Duel -Winner.among-&gt; Winner
 * </pre>
 *
 * <p>Everything is turned so that more is better: an advantage above 1 (a log-ratio above 0) speaks for the model that
 * is named first. Every function takes all blocks at once; there is no way to hand over the best of them.
 */
package dev.joust.compare.stats;
