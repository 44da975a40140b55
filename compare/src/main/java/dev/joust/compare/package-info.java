/**
 * The referee: it plans a session, runs its trials, judges the results and reports them.
 * {@link dev.joust.compare.Joust} is the program. Each package below is one stage or one tool, and dependencies point
 * one way.
 *
 * <pre>
 *  cli
 *   |-- run --> service, process, machine      requests -&gt; trials -&gt; results
 *   |    '--> verdict -&gt; session -&gt; plan        results -&gt; judgement
 *   |            '--> stats &lt;------ '           plan takes the looks from stats
 *   |-- merge --> session, plan               shards -&gt; one session
 *   |-- job --> plan                         shards -&gt; the files of a scheduler
 *   |-- remote --> merge, run, process        shards on other hosts, by ssh
 *   |-- versus --> verdict, session, plan     is a change faster?
 *   |-- report.build --> verdict, report       judgement -&gt; the values of a report
 *   |       '---> cause --> verdict             why an arm is as fast as it is
 *   |-- advise --> report.build, verdict      a traffic -&gt; what to measure; a judgement -&gt; an advice
 *   |-- adr --> report                         values -&gt; architecture decision records
 *   |-- diff --> verdict, report               two judgements -&gt; what they agree on
 *   |-- report --> fidelity, timeline          values -&gt; html, md, json, junit
 *   |-- timeline --> plan                      a recording -&gt; what the threads do
 *   '-- fidelity --> process, machine          the lock beside CPython's
 *
 *  service --> session                         says how the service runs, for the session file
 * </pre>
 */
package dev.joust.compare;
