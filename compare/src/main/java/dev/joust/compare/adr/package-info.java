/**
 * Architecture decision records from sessions, in the form of MADR 4.0.0. A record is text that follows from the values
 * of a report alone, so it claims nothing that the session did not find. What nobody has decided stays
 * {@code proposed}; what was not found stays open.
 *
 * <pre>
 * {@code
 * Report, ScenarioReport -+
 * RecordSource -----------+-> RecordedQuestion -+-> ChosenOption       who wins, or who costs least of a tie
 *   date, results, costs                        +-> OptionArguments    good, bad or neutral, each with figures
 *                                               +-> WhatItTakes        where it is open: blocks, or valid trials
 *                                               '-> ConfirmationText   what was claimed, how to ask again, and when
 *                                                        |
 *                             WrappedMarkdown <- DecisionRecord -> AdrFolder    next free number, never overwrites
 * }
 * </pre>
 */
package dev.joust.compare.adr;
