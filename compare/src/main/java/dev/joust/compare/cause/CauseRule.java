package dev.joust.compare.cause;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of the table of rules.
 *
 * @param applies whether the figures show this cause; false where a figure that it needs is not known
 * @param because the figures that show it, as one sentence without a full stop
 */
record CauseRule(CauseKind kind, Predicate<CauseFigures> applies, Function<CauseFigures, String> because) {}
