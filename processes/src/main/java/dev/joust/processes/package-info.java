/**
 * The model {@code processes}: forked worker JVMs that do one unit at a time each by default. Parent and worker talk
 * over the worker's standard input and output.
 *
 * <pre>
 *     parent                                         worker JVM
 * run → WorkerPool → WorkQueue    ParentMessage    WorkerMain: ends with its input, and with its parent
 *         ↓                        ───────→          WorkerLoop: does what messages say, on each of its threads
 *       WorkerSupervisor: replaces ←───────            StepInterpreter
 *         ↓                        WorkerReply
 *       Worker: a thread         ← shared memory →
 *         WorkerProcess, JobEncoder, SharedSegments, BegunMarker
 * </pre>
 *
 * Calls go down. A worker takes its next units from the queue, and reports its start and its end to the listener
 * that it is given.
 *
 * <p>A frame is its length (four bytes, most significant first), one byte of kind, and the fields that {@link
 * dev.joust.processes.ParentMessageCodec} or {@link dev.joust.processes.WorkerReplyCodec} writes. A unit is 21 bytes.
 * Its steps are not part of it: a worker asks for the steps of a class of work when it meets the class for the first
 * time.
 */
package dev.joust.processes;
