#!/bin/sh
# Runs 3 shards of one plan of Joust, seed 4711, each on a node that it shares with no other job. The nodes
# share a file system with this folder and Joust's. JOUST names the launcher where it is not ./joust.
# The first line submits it and waits for its tasks, the second one merges what they printed:
#
#   job=$(sbatch --parsable --wait joust.job)
#   ./joust merge joust-4711-$job-*.jsonl --out sessions/joust-4711-$job
#
# A task that was cancelled or killed leaves a shard without its end: merge --partial takes what it has measured.
#SBATCH --job-name=joust-4711
#SBATCH --array=1-3
#SBATCH --nodes=1
#SBATCH --ntasks=1
#SBATCH --exclusive
#SBATCH --no-requeue
#SBATCH --output=joust-4711-%A-%a.jsonl
#SBATCH --error=joust-4711-%A-%a.log

# It becomes Joust, which then receives the signals of Slurm itself.
exec "${JOUST:-./joust}" run cpu-bound --profile quick --seed 4711 --service process \
  --shard "$SLURM_ARRAY_TASK_ID/3" --emit --host "$SLURMD_NODENAME" \
  --out "sessions/joust-4711-$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID"
