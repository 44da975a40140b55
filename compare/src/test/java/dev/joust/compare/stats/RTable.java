package dev.joust.compare.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables that R computed, written by compare/src/test/r/estimate.R. */
record RTable(List<Row> rows) {

    record Row(Map<String, String> cells) {

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        double[] numbers(String column) {
            return Arrays.stream(text(column).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }

    static RTable read(String file) {
        try (InputStream in = Objects.requireNonNull(RTable.class.getResourceAsStream(file), file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] header = lines.getFirst().split(",");
            return new RTable(lines.stream()
                    .skip(1)
                    .map(line -> row(header, line.split(",")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] header, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return new Row(row);
    }
}
