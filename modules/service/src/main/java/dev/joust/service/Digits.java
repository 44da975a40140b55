package dev.joust.service;

/** Whole numbers in plain decimal digits: no sign, no spaces, no digits of other scripts, all of which {@link Long#parseLong} lets pass. */
final class Digits {
    /** More than any parameter may be, and far from overflow. */
    private static final int MOST = 12;

    private Digits() {}

    /** The number in the first {@code end} characters, or -1 when they are not one or too many. */
    static long value(String text, int end) {
        if (end == 0 || end > MOST) {
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
