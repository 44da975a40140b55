/**
 * Threads behind the interpreter lock, and free platform and virtual threads beside them. All three models run a unit's
 * steps by the same {@link dev.joust.blocking.StepInterpreter}. They differ in the kind of thread and in the lock.
 *
 * <pre>
 * {@code
 * run(Work) -> ThreadRunner -> a thread -> [InterpreterLock] -> StepInterpreter
 *
 * InterpreterLock -> LastHolder                         the protocol
 *                 -> LockTally -> LockStatistics        what the report shows
 *                 -> LockWait, LockHold, LockSwitch     Flight Recorder events
 *                 -> HandoverPolicy -> GroupMutex -> GroupCondition -> WaitGroup
 * }
 * </pre>
 */
package dev.joust.threaded;
