/**
 * The reference lanes: the same trials run by CPython, whose interpreter lock the JVM's analogue is held against. The Java side only says how
 * to start it; what runs are the Python sources that lie beside these classes, as the package {@code joust}.
 *
 * <pre>
 * {@code CPython -> Interpreter: found, asked for its version}
 * {@code        '-> Sources: the folder or jar that Python imports from}
 * </pre>
 */
package dev.joust.cpython;
