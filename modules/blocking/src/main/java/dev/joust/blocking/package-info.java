/**
 * The steps of a unit done one after the other on the calling thread: what threads and worker processes have in common.
 *
 * <pre>
 * {@code Work -> StepInterpreter -> TaskBody            compute, native
 *                     |        '--> ServiceClient -> GatedSocket   call, stream
 *                     '- Gate: released around whatever blocks}
 * </pre>
 */
package dev.joust.blocking;
