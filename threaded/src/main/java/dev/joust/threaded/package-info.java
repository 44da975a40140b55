/**
 * A thread for each unit in hand: threads behind the interpreter lock, and free platform and virtual threads beside them. All three
 * do a unit's steps by the same {@link dev.joust.blocking.StepInterpreter}; they differ in the kind of thread and in its gate.
 *
 * <pre>
 * {@code run(Work) -> ThreadRunner -> a thread -> [InterpreterLock] -> StepInterpreter}
 * </pre>
 */
package dev.joust.threaded;
