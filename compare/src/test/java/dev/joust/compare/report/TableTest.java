package dev.joust.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    @Test
    void aRowIsAboutTheArmInTheColumnOfThatName() {
        var row = List.of("2", "loop");
        assertThat(new Table("Any", List.of(Table.words("block"), Table.words("arm")), List.of(row)).arm(row))
                .isEqualTo("loop");
        assertThat(new Table("Any", List.of(Table.words("block"), Table.words("loop")), List.of(row)).arm(row))
                .isEmpty();
    }

    @Test
    void thePageMarksEachRowAndColumnOfAModelSoThatItCanHideThem() throws IOException {
        var page = SamplePage.SMALL.report().text();
        assertThat(page)
                .contains("<tr data-arm=\"processes\"><th scope=\"row\">processes</th>")
                .contains("<th scope=\"col\" class=\"number\" data-arm=\"vertx-loop\">vertx-loop</th>")
                .contains("<td class=\"number\" data-arm=\"vertx-loop\">")
                .contains("value=\"vertx-loop\" autocomplete=\"off\" checked> vertx-loop</label>");
    }
}
