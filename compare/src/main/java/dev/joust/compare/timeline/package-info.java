/**
 * The timeline: what the threads of one trial did in a fraction of a second. It reads a recording of the Flight
 * Recorder and makes bars of it: who holds the lock, who waits for it, what runs. A recording costs time in the trial
 * itself, so it is a trial of its own, which belongs to no session and judges nothing.
 *
 * <pre>
 * RecordingSettings -&gt; (a trial that is recorded) -&gt; RecordingReader -RecordedBar...-&gt; TimelineBuilder
 *                                                                                    |
 *                             timeline.json &lt;- TimelineFolder &lt;- Timeline &lt;- ArmTimeline
 * </pre>
 */
package dev.joust.compare.timeline;
