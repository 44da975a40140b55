/**
 * The test kit that every model must pass: {@link dev.joust.contract.ModelContract}, which a model's test extends in three lines, and
 * the service that it runs against, {@link dev.joust.contract.StubService}.
 *
 * <pre>
 * {@code final class MyModelTest extends ModelContract { MyModelTest() { super("my-model"); } }}
 * </pre>
 *
 * This jar also registers models of its own: {@link dev.joust.contract.DirectModel} and the ones that misbehave on purpose, in
 * {@code dev.joust.contract.faulty}. They are in its {@code META-INF/services} because the jar is on class paths of tests only; no
 * program that people run ever finds them.
 */
package dev.joust.contract;
