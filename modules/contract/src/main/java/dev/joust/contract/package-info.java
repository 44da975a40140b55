/**
 * The test kit that every model must pass. The test of a model extends {@link dev.joust.contract.ModelContract} in
 * three lines and runs against {@link dev.joust.contract.StubService}.
 *
 * <pre>
 * {@code final class MyModelTest extends ModelContract { MyModelTest() { super("my-model"); } }}
 * </pre>
 *
 * This jar also registers {@link dev.joust.contract.DirectModel} and the models that misbehave on purpose, in
 * {@code dev.joust.contract.faulty}. The jar is on the class path of tests only, so no user ever meets them.
 */
package dev.joust.contract;
