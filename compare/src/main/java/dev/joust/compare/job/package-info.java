/**
 * Files for the schedulers that run the shards of a plan on many machines: a Kubernetes manifest, a Slurm array script,
 * a GitHub workflow. Joust writes the file and starts nothing: whoever owns the machines reads it and starts it. Each
 * task writes its shard to its standard output, so the scheduler's log is all that has to be collected and merged.
 *
 * <pre>
 * {@code
 * JobScenarios --+
 * profile, seed -+-> ShardedRun -+-> JobFile -template of the JobScheduler-> text
 * shards --------+  TaskLimits --+
 * }
 * </pre>
 *
 * A template holds names, numbers and paths of plain characters only, so nothing in it needs to be quoted for a shell,
 * for YAML or for an expression of the scheduler.
 */
package dev.joust.compare.job;
