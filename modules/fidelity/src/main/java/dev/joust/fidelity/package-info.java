/**
 * How a lock behaves, asked of CPython and of the interpreter lock in the same words: each probe is one process in one language that
 * reads an {@link dev.joust.fidelity.ProbeOrder} from its standard input, measures, and writes an {@link dev.joust.fidelity.ProbeAnswer}.
 *
 * <pre>
 * {@code             .-> ProbeMain (JVM) --> Probe -- Gate (InterpreterLock) --.
 *  Order (one line) -|                                                       |-> Answer (one line)
 *                    '-> python/__main__.py -> probe -- CPython's own GIL ----'}
 * </pre>
 *
 * The two halves of a probe do the same thing, step by step; whoever changes one changes the other. What a probe says is a measurement
 * and no judgement.
 */
package dev.joust.fidelity;
