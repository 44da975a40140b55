package dev.joust.scenario;

import java.util.function.IntUnaryOperator;

/**
 * Makes text of files and other programs safe to print. Control characters can move a terminal's cursor or start its
 * commands, and format characters can reverse the order of what follows.
 */
public final class PrintableText {
    private static final int REPLACEMENT = 0xFFFD;

    private PrintableText() {}

    /** The text as one line: a line break or a tab becomes a blank, any other control character a replacement. */
    public static String line(String text) {
        return replace(text, c -> Character.isWhitespace(c) ? ' ' : REPLACEMENT);
    }

    /** The text with its line feeds; any other control character becomes a replacement. */
    public static String lines(String text) {
        return replace(text, c -> c == '\n' ? c : REPLACEMENT);
    }

    private static String replace(String text, IntUnaryOperator unprintable) {
        return text.codePoints()
                .map(c -> isPrintable(c) ? c : unprintable.applyAsInt(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
