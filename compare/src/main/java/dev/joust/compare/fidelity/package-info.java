/**
 * How faithfully the interpreter lock follows CPython's. The package holds the table of figures with their tolerances,
 * runs the probes and judges their answers. Negative controls are locks with known faults; the same table must detect
 * them.
 *
 * <pre>
 * {@code
 * ProbeCase -ProbeRunner, per LockUnderTest and round-> ProbeResult -> RoundValues
 *     RoundValues -LockMetric-> Spread -Tolerance-> LockFinding -FidelityJudge-> Fidelity
 * FidelityTable: SpeedFigures, SliceFigures, OvershootFigures, EchoFigures
 * }
 * </pre>
 */
package dev.joust.compare.fidelity;
