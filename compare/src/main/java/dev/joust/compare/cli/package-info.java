/**
 * The commands of {@code joust} and their options. A command turns options into a value, hands it to a later stage, and
 * prints or writes what comes back. No other package knows picocli.
 *
 * <pre>
 * RunCommand, ArticleCommand -SessionRequest-&gt; run -JudgedSession-&gt; report.build -&gt; report
 * VersusCommand -versus, SessionRequest--&gt; run -JudgedSession-&gt; report.build -&gt; report, versus
 * JudgeCommand, ReportCommand --------folder--&gt; verdict -JudgedSession-&gt; report.build -&gt; report
 * AdrCommand ---------folder--&gt; verdict -JudgedSession-&gt; report.build -&gt; adr
 * DiffCommand --------folders-&gt; verdict -JudgedSession-&gt; diff
 * ExportCommand ------------------------folder--&gt; verdict -JudgedSession-&gt; export
 * FidelityCommand -----------------------------&gt; fidelity -&gt; report
 * AdviseCommand -profile-&gt; advise, -SessionRequest-&gt; run, -session-&gt; advise -Advice-&gt; text or JSON
 * TimelineCommand -RecordingRequest-&gt; run -files-&gt; timeline -&gt; report
 * JobCommand ----------------------------------&gt; job -&gt; text
 * ListCommand ---------------------------------&gt; plan
 * ServeCommand --------------------------------&gt; report
 * </pre>
 */
package dev.joust.compare.cli;
