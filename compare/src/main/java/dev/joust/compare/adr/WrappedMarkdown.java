package dev.joust.compare.adr;

import dev.joust.scenario.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown in lines of at most 80 columns, as markdownlint wants it by default. Longer words stay whole. All words are
 * plain text: a session may come from a stranger, so what Markdown or HTML would interpret is escaped.
 */
final class WrappedMarkdown {
    private static final int COLUMNS = 80;

    /** Emphasis, code, HTML, entities, tables, links and automatic links. Brackets of intervals are none of these. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*<|~]"
            + "|(?<!\\w)_|_(?!\\w)"
            + "|&(?=#?\\w+;)"
            + "|\\](?=[(\\[:])"
            + "|(?<!\\S)[#>]"
            + "|(?<=\\w)@(?=\\w)"
            + "|(?<=:)/(?=/)"
            + "|(?<=www)\\.");

    /** A word that begins a block where it stands first in a line: a list, a rule, a heading before it. */
    private static final Pattern BLOCK = Pattern.compile("[-+=]+|\\d{1,9}[.)]");

    /** A blank where a line may end: not before a percent sign, and not within the brackets of an interval. */
    private static final Pattern BREAK = Pattern.compile(" +(?!%|[^\\[\\]]{0,20}\\])");

    private final StringBuilder text = new StringBuilder();

    void heading(int level, String words) {
        blank();
        text.append("#".repeat(level)).append(' ').append(escaped(words)).append('\n');
    }

    void paragraph(String words) {
        blank();
        lines("", words);
    }

    /** Nothing without items. */
    void list(List<String> items) {
        if (!items.isEmpty()) {
            blank();
            items.forEach(item -> lines("* ", item));
        }
    }

    /** A block of one line that is no prose. */
    void literal(String line) {
        blank();
        text.append("```text\n").append(unfenced(line)).append("\n```\n");
    }

    /** A command, with its further options on further lines where it is long. */
    void command(String command) {
        blank();
        var line = unfenced(command);
        var lines = line.length() > COLUMNS ? line.replaceAll(" +(?=--)", " \\\\\n  ") : line;
        text.append("```sh\n").append(lines).append("\n```\n");
    }

    String text() {
        return text.toString();
    }

    private static String escaped(String words) {
        return SPECIAL.matcher(PrintableText.line(words).strip()).replaceAll("\\\\$0");
    }

    private static String unfenced(String line) {
        return PrintableText.line(line).replace("```", "'''").strip();
    }

    private void blank() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void lines(String mark, String words) {
        var before = mark;
        for (var line : wrapped(escapedStart(escaped(words)), COLUMNS - mark.length())) {
            text.append(before).append(line).append('\n');
            before = " ".repeat(mark.length());
        }
    }

    /** A backslash before the character that makes the first word begin a block. */
    private static String escapedStart(String words) {
        if (!BLOCK.matcher(words.split(" ", 2)[0]).matches()) {
            return words;
        }
        int at = 0;
        while (Character.isDigit(words.charAt(at))) {
            at++;
        }
        return words.substring(0, at) + "\\" + words.substring(at);
    }

    /** Breaks at blanks, but never before a word that would begin a block. */
    private static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : BREAK.split(words)) {
            boolean full = !line.isEmpty() && line.length() + 1 + word.length() > width;
            if (full && !BLOCK.matcher(word).matches()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
