/**
 * Runs the steps of a unit one after another on the calling thread. Threads and worker processes share this code.
 *
 * <pre>
 * {@code ThreadRunner -> StepInterpreter -> LockedTask -> TaskBody           all steps that do not wait
 *                      '-> BlockingServiceClient -> LockReleasingSocket   call, stream}
 * </pre>
 *
 * A {@link dev.joust.blocking.RunLock} is held during computation and released around everything that blocks.
 */
package dev.joust.blocking;
