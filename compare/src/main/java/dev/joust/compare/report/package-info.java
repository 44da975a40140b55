/**
 * What a report shows: values that {@code report.build} computes once, and renderers that only show them. Nothing
 * here knows a session, a trial or a histogram. So no renderer and no script computes a figure, and no two can
 * differ. States are enums with their words; a value that is not known is an empty {@code Optional} and reads "n/a",
 * never zero.
 *
 * <pre>
 * {@code
 * Report -+-> TextReport               the terminal
 *         +-> MarkdownReport           report.md
 *         +-> HtmlReport, charts/*.js  report.html, one file, which begins with the Headline
 *         +-> JUnitReport              junit.xml
 *         +-> ReadmeTable, ChoiceTable between marks in a README
 *         '-> report.json              the values themselves
 *
 * ReportServer -> ServedFiles          these files over HTTP; before them a ProgressPage
 *
 * HtmlReport -> ChartData -> ForestChart, ClaimChart, RateChart, PriceChart: what the charts draw
 *
 * Fidelity --> FidelityText, FidelityPage
 * }
 * </pre>
 */
package dev.joust.compare.report;
