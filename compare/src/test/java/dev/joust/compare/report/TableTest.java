package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbersAreAlignedRightAndTheLastColumnIsWrapped() {
        var table = new Table(
                "Any",
                List.of(Table.words("arm"), Table.numbers("median"), Table.words("finding")),
                List.of(List.of("loop", "1.5", "word ".repeat(30).strip())));

        assertThat(table.plain().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Table.TERMINAL_WIDTH))
                .hasSize(4)
                .element(2)
                .asString()
                .startsWith("loop     1.5  word word");
    }

    @Test
    void cellsCannotBreakOutOfMarkdown() {
        var table =
                new Table("Any", List.of(Table.words("a"), Table.words("b")), List.of(List.of("x|y", "<b>&\nnext")));

        assertThat(table.markdown()).endsWith("| x\\|y | &lt;b>&amp; next |\n");
    }
}
