/**
 * Is the interpreter lock CPython's? The table of quantities, what may lie between the two, and the judging; no process, no clock.
 *
 * <pre>
 * {@code Question --asked of each Arm--> Probed --by round--> Round --Figure--> Spread --Tolerance--> Finding
 *                                                                                                      |
 *               negative controls: the same figures of locks that are known to be wrong <--------------'}
 * </pre>
 */
package dev.joust.compare.fidelity;
