package dev.joust.service;

/**
 * Whole numbers in plain decimal digits, without the signs and non-ASCII digits that {@link Long#parseLong} accepts.
 */
final class Digits {
    /** More digits than any parameter may have, and far from overflow. */
    private static final int MAX_DIGITS = 12;

    private Digits() {}

    /** The number in the first {@code end} characters; -1 when they are not a number or too many. */
    static long value(String text, int end) {
        if (end == 0 || end > MAX_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + (digit - '0');
        }
        return value;
    }
}
