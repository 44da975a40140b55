package dev.joust.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of text, for any renderer.
 *
 * @param rows each has one cell per column; the first names the row
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows) {
    /** The width of a terminal. */
    static final int TERMINAL_WIDTH = 120;

    private static final String GAP = "  ";
    private static final int MIN_LAST_WIDTH = 20;
    private static final int MAX_HEADER_WIDTH = 14;

    /**
     * A column.
     *
     * @param numeric whether it is aligned to the right
     */
    public record Column(String title, boolean numeric) {}

    static Column words(String title) {
        return new Column(title, false);
    }

    static Column numbers(String title) {
        return new Column(title, true);
    }

    /** Whether it has a row. */
    public boolean filled() {
        return !rows.isEmpty();
    }

    /** The arm that a row is about: its cell in the column "arm"; empty without such a column. */
    public String arm(List<String> row) {
        int column = columns.stream().map(Column::title).toList().indexOf("arm");
        return column < 0 ? "" : row.get(column);
    }

    /** Aligned with blanks. Long headers, and the last column where it does not fit, take several lines. */
    String plain() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        int last = widths.length - 1;
        int before = IntStream.range(0, last).map(i -> widths[i] + GAP.length()).sum();
        widths[last] = Math.min(widths[last], Math.max(MIN_LAST_WIDTH, TERMINAL_WIDTH - before));
        var text = new StringBuilder();
        headers(text, widths);
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

    /** As GitHub shows it. */
    String markdown() {
        var text = new StringBuilder();
        text.append(row(columns.stream().map(Column::title).toList()));
        text.append(row(columns.stream().map(c -> c.numeric() ? "---:" : "---").toList()));
        rows.forEach(cells -> text.append(row(cells.stream().map(Table::escaped).toList())));
        return text.toString();
    }

    /** Escapes what Markdown and HTML would interpret. */
    static String escaped(String cell) {
        return cell.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("\n", " ");
    }

    /** Breaks a text at blanks into lines of at most that many characters. A longer word stays whole. */
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

    /** Appends the words in lines: the first behind the label, the others indented as far. */
    static void hanging(StringBuilder text, String label, String words) {
        String indent = label;
        for (var line : wrapped(words, TERMINAL_WIDTH - label.length())) {
            text.append(indent).append(line).append('\n');
            indent = " ".repeat(label.length());
        }
    }

    private int width(int column) {
        int header = header(column).stream().mapToInt(String::length).max().orElse(0);
        int cells =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(header, cells);
    }

    private List<String> header(int column) {
        return wrapped(columns.get(column).title(), MAX_HEADER_WIDTH);
    }

    /** The headers, aligned at the bottom. */
    private void headers(StringBuilder text, int[] widths) {
        var headers = IntStream.range(0, widths.length).mapToObj(this::header).toList();
        int height = headers.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            int fromBottom = height - i;
            var cells = headers.stream()
                    .map(header -> header.size() < fromBottom ? "" : header.get(header.size() - fromBottom))
                    .toList();
            line(text, cells, widths);
        }
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
