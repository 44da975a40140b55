/**
 * Child processes that exchange lines of JSON with compare: trials in any language, and probes of the lock. Each ends
 * with this JVM, and a failure carries its reason and the end of the process's log.
 *
 * <pre>
 * {@code
 * TrialProcess -> JsonLineProcess -order-> standard input
 *                        ^--- OutputLines <- standard output     one message per line
 *                        ^--- LogTail     <- standard error      the end of the log
 * RunningChildren        every child, ended at the JVM's exit
 * }
 * </pre>
 */
package dev.joust.compare.process;
