/**
 * What a report shows, and how: values that are computed once, and renderers that only draw them. Nothing here knows a session, a
 * trial or a histogram, so no renderer can compute a figure of its own and two of them cannot differ.
 *
 * <pre>
 * {@code
 * Report -+-> Summary      the terminal
 *         +-> Markdown     report.md
 *         +-> HtmlPage     report.html, one file
 *         +-> JUnitXml     junit.xml
 *         +-> ReadmeTable  between two marks of README.md
 *         '-> report.json  the values themselves
 * }
 * </pre>
 *
 * What is not known is an empty {@code Optional} and reads "n/a", never zero.
 */
package dev.joust.compare.report;
