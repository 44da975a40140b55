/**
 * The model {@code processes}: forked worker JVMs, one unit at a time each, spoken to over their standard input and output.
 *
 * <pre>
 *     parent                                      worker JVM
 * run → WorkerPool, Assignments     Order       WorkerMain: reads; halts at the end of input
 *         Crew                     ───────→       WorkerLoop: does the units, on its own thread
 *           Worker: a thread       ←───────         StepInterpreter
 *             WorkerProcess         Reply
 * </pre>
 *
 * A frame is its length (four bytes, most significant first), one byte of kind, and what {@link dev.joust.processes.OrderCodec} or
 * {@link dev.joust.processes.ReplyCodec} puts behind it. A unit is 17 bytes: its steps stay with the worker, which asks for them when it
 * meets a class of work for the first time.
 */
package dev.joust.processes;
