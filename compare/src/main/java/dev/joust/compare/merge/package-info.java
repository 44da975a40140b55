/**
 * Joins the shards of a plan, which several machines ran, into one session. A shard travels as a folder, or as a stream
 * of JSON lines that survives a scheduler's log. Shards of different plans are refused.
 *
 * <pre>
 * run --shard 2/4 --emit -ShardEmitter-&gt; JSON lines
 *
 * folder, file, - -ShardSource-&gt; ShardData... -ShardMerge-&gt; MergedSession -write-&gt; session folder
 *                   '- ShardStream               '- ShardFit: do they belong together?
 * </pre>
 */
package dev.joust.compare.merge;
