/**
 * The reference: the same trials run by CPython, whose interpreter lock {@code gil-threads} is compared with. These
 * classes only say how to start it. The Python package {@code joust} beside them runs the trials.
 *
 * <pre>
 * {@code CPython -> Interpreter   finds the program and its version}
 * {@code        '-> Sources       the folder or jar that Python imports from}
 * </pre>
 */
package dev.joust.cpython;
