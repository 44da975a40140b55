/**
 * What the referee reads of the machine, from outside the trial processes: what a process tree used, what else the machine
 * did meanwhile, what machine it is, and whether it is ours alone. Nothing here judges a model.
 *
 * <pre>
 * {@code
 * ProcessTree -Usage, Usage-> Bill           what a trial used, between its two window marks
 * Witness -----> Disturbance -Calm-> reason  why a block is to be repeated, if it is
 * Environment                                what the numbers are true of
 * SessionLock, ChildProcesses                one session a machine; nothing of it stays behind
 * }
 * </pre>
 *
 * What cannot be had is an empty {@code Optional}, never zero. Linux tells most and is read from {@code /proc};
 * elsewhere OSHI tells what it can.
 */
package dev.joust.compare.machine;
