/**
 * Runs a session: from a request, which is a value, to a judged session. Each result is on disk before the next trial
 * starts.
 *
 * <pre>
 * SessionRequest -SessionLauncher-&gt; JudgedSession
 *                      |
 *                      |- ServiceStarter    the network service: process, container or URL
 *                      |- RestWait          waits for rest, and says who disturbs
 *                      |- SessionSetup      machine, calibrations, limits, seed -&gt; session.json
 *                      '- SessionRunner     rounds and looks
 *                              |- BlockRunner      the trials of a block, repeated when disturbed
 *                              |       '- SessionTrials, TrialRunner   one trial in a fresh process -&gt; Result
 *                              '- SessionResults   what was measured so far, checked once
 * </pre>
 *
 * {@link dev.joust.compare.run.TrialRecorder} runs one trial per arm with the Flight Recorder on, for a timeline. Such
 * trials belong to no session.
 */
package dev.joust.compare.run;
