package dev.joust.compare.advise;

import java.util.Locale;

/**
 * Where an input of the arithmetic changes the choice, if nothing else changes.
 *
 * @param input what varies
 * @param factor by which it is multiplied there
 * @param values what it is now, and what it is there
 * @param because what changes there
 */
record FlipPoint(String input, double factor, InputValues values, String because) {

    /** The value of the profile, and that of the flip. */
    record InputValues(String now, String then) {}

    String text() {
        return String.format(
                Locale.ROOT,
                "%s: flips at %s (now %s, %s times as much): %s",
                input,
                values.then(),
                values.now(),
                AdviceNumbers.number(factor),
                because);
    }

    /** How far it is, either way. */
    double distance() {
        return Math.abs(Math.log(factor));
    }
}
