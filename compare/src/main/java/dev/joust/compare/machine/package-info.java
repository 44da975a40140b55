/**
 * What compare reads of the machine, from outside the trial processes: what a process tree used, what disturbed the
 * machine meanwhile, which machine it is, and whether another session runs on it. Nothing here judges a model. A value
 * that the system does not tell is an empty {@code Optional}, never zero. Linux tells most and is read from {@code
 * /proc}; elsewhere OSHI tells what it can.
 *
 * <pre>
 * {@code
 * ProcessTree -TreeReading, TreeReading-> ResourceUsage                what a trial used between its window marks
 * DisturbanceMonitor -Disturbance-> DisturbanceLimits -objection->     why a trial runs again, if it does
 * ProcessTable, ProcessTable-> ForeignProcess                          who disturbed it
 * Environment, ResourceLimits                                          the machine that the figures hold for
 * ControlGroup                                                         limits for the trials
 * MachineLock, ChildProcesses                                          one session per machine, no process left behind
 * }
 * </pre>
 */
package dev.joust.compare.machine;
