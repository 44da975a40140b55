/**
 * Why an arm is as fast as it is: one cause by rules, with the figures that show it and those that speak against
 * others. The rules look at medians over the valid trials. They name no cause where data are thin or trials disagree.
 *
 * <pre>
 * verdict.Evidence --CauseReader--&gt; CauseFigures --CauseRules--&gt; Cause     CauseFinder does all of it
 *                                                                  |
 *                                       KnownCauses ----------&gt; CauseCheck   joust causes
 * </pre>
 */
package dev.joust.compare.cause;
