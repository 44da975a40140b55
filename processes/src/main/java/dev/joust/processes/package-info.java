/**
 * The model {@code processes}: forked worker JVMs, one unit at a time each unless told otherwise, spoken to over their standard input and
 * output.
 *
 * <pre>
 *     parent                                      worker JVM
 * run → WorkerPool, Assignments     Order       WorkerMain: halts at the end of input, and of its parent
 *         Crew, Watch              ───────→       WorkerLoop: reads orders and does them, on each of its threads
 *           Worker: a thread       ←───────         StepInterpreter
 *             WorkerProcess         Reply
 *             Mark, Segments       ← shared memory →
 * </pre>
 *
 * A frame is its length (four bytes, most significant first), one byte of kind, and what {@link dev.joust.processes.ParentMessageCodec} or
 * {@link dev.joust.processes.WorkerReplyCodec} puts behind it. A unit is 21 bytes: its steps stay with the worker, which asks for them when it
 * meets a class of work for the first time.
 */
package dev.joust.processes;
