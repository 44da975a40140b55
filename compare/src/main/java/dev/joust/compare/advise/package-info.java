/**
 * From the traffic of a service to the model that suits it, in three stages. Arithmetic says what cannot work and how
 * long units would wait. A session measures what is left, as any other scenario. The advice compares the two, and says
 * where the choice would flip.
 *
 * <pre>
 * TrafficProfile --&gt; TrafficDemand -Forecaster-&gt; Arithmetic        stage 1: QueueFormulas, QueueSimulation
 *       '----------&gt; TrafficScenario -ScenarioYaml-&gt; joust run       stage 2: the session of a scenario
 * Arithmetic, SustainedSession -Advisor-&gt; Advice                    stage 3: Decision, Disagreements, FlipPoint
 * </pre>
 */
package dev.joust.compare.advise;
