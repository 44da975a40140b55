/**
 * How a lock behaves, measured alike on CPython and on the interpreter lock. A probe is one process in one language. It
 * reads a {@link dev.joust.fidelity.ProbeOrder} from its standard input, measures, and writes a
 * {@link dev.joust.fidelity.ProbeAnswer}.
 *
 * <pre>
 * {@code
 *                   .-> ProbeMain (JVM) --> Probe -- TestedLock (InterpreterLock) -.
 * ProbeOrder (line) |                                                              |-> ProbeAnswer (line)
 *                   '-> python/__main__.py -> probe -- CPython's own GIL ----------'
 * }
 * </pre>
 *
 * The two halves of a probe do the same, step by step; to change one is to change the other. A probe measures and
 * judges nothing.
 */
package dev.joust.fidelity;
