package dev.joust.compare.adr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrappedMarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "1.52 [1.47, 1.58] (96.9 %) => 1.52 [1.47, 1.58] (96.9 %)",
                "snake_case stays => snake_case stays",
                "_so_ *strong* => \\_so\\_ \\*strong\\*",
                "a <b>tag</b> &amp; it => a \\<b>tag\\</b> \\&amp; it",
                "[here](http://x.y) => [here\\](http:\\//x.y)",
                "[ref]: it => [ref\\]: it",
                "# no heading => \\# no heading",
                "> no quote => \\> no quote",
                "`code` | cell => \\`code\\` \\| cell",
                "me@there.org www.there.org => me\\@there.org www\\.there.org",
                "1. no list => 1\\. no list",
                "- no list => \\- no list",
                "=== no heading => \\=== no heading",
            })
    void whatMarkdownWouldInterpretIsEscaped(String words, String expected) {
        assertThat(paragraph(words)).isEqualTo(expected + "\n");
    }

    @Test
    void controlCharactersCannotEndALine() {
        assertThat(paragraph("one\n# two\u001B[2J\u202Ethree")).isEqualTo("one \\# two\uFFFD[2J\uFFFDthree\n");
    }

    @Test
    void noLineBeginsABlock() {
        var words = "w".repeat(39) + " " + "w".repeat(39);
        assertThat(paragraph(words + " - 12. + = " + words).lines()).containsExactly(words + " - 12. + =", words);
    }

    @Test
    void noLineEndsWithinAnInterval() {
        var words = "w".repeat(70);
        assertThat(paragraph(words + " 1.52 [1.47, 1.58] 25 % " + words).lines())
                .containsExactly(words + " 1.52", "[1.47, 1.58] 25 %", words);
    }

    @Property
    void linesAreShortUnlessAWordIsLong(@ForAll @Chars({'a', '-', '1', '.', ' ', '*'}) String words) {
        for (var line : paragraph(words).split("\n")) {
            var tail = line.substring(Math.min(line.length(), 80));
            assertThat(tail.replaceAll(" ([-+=]+|\\d{1,9}[.)])(?= |$)", "")).doesNotContain(" ");
            assertThat(line).doesNotMatch("([-+=]+|\\d{1,9}[.)])( .*)?").doesNotStartWith(" ");
        }
    }

    @Test
    void aLongCommandGoesOnOnFurtherLines() {
        var page = new WrappedMarkdown();
        page.command("./joust run cpu-bound --seed 4711 --profile full --models " + "m".repeat(40) + " --no-controls");
        assertThat(page.text().lines())
                .containsExactly(
                        "```sh",
                        "./joust run cpu-bound \\",
                        "  --seed 4711 \\",
                        "  --profile full \\",
                        "  --models " + "m".repeat(40) + " \\",
                        "  --no-controls",
                        "```");
    }

    @Test
    void aListIsIndentedAndAnEmptyOneIsNothing() {
        var page = new WrappedMarkdown();
        page.list(List.of());
        page.heading(2, "A *b*");
        page.list(List.of("w".repeat(70) + " next line", "short"));
        assertThat(page.text()).isEqualTo("## A \\*b\\*\n\n* " + "w".repeat(70) + " next\n  line\n* short\n");
    }

    @Test
    void aFenceCannotBeEndedFromWithin() {
        var page = new WrappedMarkdown();
        page.literal("```\n# x");
        assertThat(page.text()).isEqualTo("```text\n''' # x\n```\n");
    }

    private static String paragraph(String words) {
        var page = new WrappedMarkdown();
        page.paragraph(words);
        return page.text();
    }
}
