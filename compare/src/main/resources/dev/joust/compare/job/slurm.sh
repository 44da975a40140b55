#!/bin/sh
# Runs {shards} shards of one plan of Joust, seed {seed}, each on a node that it shares with no other job. The nodes
# share a file system with this folder and Joust's. JOUST names the launcher where it is not ./joust.
# The first line submits it and waits for its tasks, the second one merges what they printed:
#
#   job=$(sbatch --parsable --wait {file})
#   ./joust merge {name}-$job-*.jsonl --out sessions/{name}-$job
#
# A task that was cancelled or killed leaves a shard without its end: merge --partial takes what it has measured.
#SBATCH --job-name={name}
#SBATCH --array=1-{shards}
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --exclusive
#SBATCH --no-requeue
#SBATCH --output={name}-%A-%a.jsonl
#SBATCH --error={name}-%A-%a.log

# It becomes Joust, which then receives the signals of Slurm itself.
exec "$\{JOUST:-./joust}" run {words} \
  --shard "$SLURM_ARRAY_TASK_ID/{shards}" --emit --host "$SLURMD_NODENAME" \
  --out "sessions/{name}-$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID"
