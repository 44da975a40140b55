/**
 * A session on disk: what was fixed before its first trial, and what each trial yielded. Any later stage can be run
 * again from the folder alone, on this machine or another.
 *
 * <pre>
 * folder/
 *   session.json           Session          plan, machine, calibrations; written once
 *   results.jsonl          Result           one line per trial; only appended to
 *   capacities.jsonl       MeasuredCapacity one line per arm whose load is a share of a capacity
 *   recalibrations.jsonl   Recalibration    one line per runtime, after every third round
 *   disturbances.jsonl     DisturbanceNote  one line per disturbed trial, and for the time before the first block
 *   scratch/                                files that trials read
 *
 * SessionFolder -readResults-&gt; Result... -Attempts-&gt; the attempts at each block
 *               '- RunningSession: how far it has come
 * </pre>
 */
package dev.joust.compare.session;
