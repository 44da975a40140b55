/**
 * What a session runs: which scenarios, arms and claims, in which order, on which runtime, started by which command.
 * Everything is fixed before the first trial, and nothing here starts a trial or reads a result.
 *
 * <pre>
 * ScenarioRequest -ScenarioFiles-&gt; ListedScenario...
 *                                        | Selection            NotAsked: what the profile or --models leaves out
 *                                        v
 *                                      Chosen
 *                                        | AvailableRuntimes    UnavailableArm: arms whose runtime is missing here
 *                                        v
 *                                      Chosen -Plan-&gt; Block...
 *
 * Profile         how many blocks and looks, which models, how long a warm-up
 * ModelRegistry   all models, and the runtimes other than the JVM
 * TrialCommands   the command that starts a trial of an arm
 * </pre>
 */
package dev.joust.compare.plan;
