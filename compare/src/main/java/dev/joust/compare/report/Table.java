package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of text, for any renderer.
 *
 * @param rows of as many cells as there are columns; the first names the row
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows) {
    /** What a terminal is taken to hold. */
    static final int WIDTH = 120;

    private static final String GAP = "  ";
    private static final int NARROWEST = 20;

    /**
     * A column.
     *
     * @param numeric whether it stands to the right
     */
    public record Column(String title, boolean numeric) {}

    static Column words(String title) {
        return new Column(title, false);
    }

    static Column numbers(String title) {
        return new Column(title, true);
    }

    /** Whether there is anything in it. */
    public boolean filled() {
        return !rows.isEmpty();
    }

    /** Aligned with blanks; the last column is broken into lines where it would not fit. */
    String plain() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        int last = widths.length - 1;
        int before = IntStream.range(0, last).map(i -> widths[i] + GAP.length()).sum();
        widths[last] = Math.min(widths[last], Math.max(NARROWEST, WIDTH - before));
        var text = new StringBuilder();
        line(text, columns.stream().map(Column::title).toList(), widths);
        line(text, IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
        for (var row : rows) {
            var broken = wrapped(row.getLast(), widths[last]);
            for (int i = 0; i < broken.size(); i++) {
                List<String> cells = new ArrayList<>(
                        i == 0 ? row : row.stream().map(cell -> "").toList());
                cells.set(last, broken.get(i));
                line(text, cells, widths);
            }
        }
        return text.toString();
    }

    /** As GitHub reads it. */
    String markdown() {
        var text = new StringBuilder();
        text.append(row(columns.stream().map(Column::title).toList()));
        text.append(row(columns.stream().map(c -> c.numeric() ? "---:" : "---").toList()));
        rows.forEach(cells -> text.append(row(cells.stream().map(Table::escaped).toList())));
        return text.toString();
    }

    /** What Markdown and HTML would take for their own. */
    static String escaped(String cell) {
        return cell.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("\n", " ");
    }

    /** Broken at blanks into lines of at most so many characters; a longer word stays whole. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (var word : text.split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Broken into lines, the first behind the label, the others as far to the right. */
    static void hanging(StringBuilder text, String label, String words) {
        String indent = label;
        for (var line : wrapped(words, WIDTH - label.length())) {
            text.append(indent).append(line).append('\n');
            indent = " ".repeat(label.length());
        }
    }

    private int width(int column) {
        return Math.max(
                columns.get(column).title().length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        text.append(IntStream.range(0, widths.length)
                        .mapToObj(i ->
                                padded(cells.get(i), widths[i], columns.get(i).numeric()))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .append('\n');
    }

    private static String padded(String cell, int width, boolean right) {
        var blanks = " ".repeat(Math.max(0, width - cell.length()));
        return right ? blanks + cell : cell + blanks;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
