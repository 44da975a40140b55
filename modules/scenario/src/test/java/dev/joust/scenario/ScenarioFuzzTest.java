package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Any text is a scenario or a {@link BadScenarioException} of one line. {@code -Djqwik.tries.default=1000000} runs the
 * long form.
 */
final class ScenarioFuzzTest {
    private static final String[] FRAGMENTS = {
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "&a ",
        "*a",
        "!!x ",
        "!",
        "|\n",
        "'",
        "\"",
        "#",
        ",",
        "? ",
        "<<: ",
        "0",
        "-1",
        "99999999999999999999",
        "1e9",
        "MiB",
        "18446744073709552kB",
        "1 x cores",
        "9999999999 x cores",
        "%",
        "\u0000",
        "\u001b[2J",
        "\t",
        "\ud800",
        "\u202e",
        "\ufeff",
        "---\n",
        "...\n",
        "null",
        "~",
        "work",
        "models",
        "inFlight",
        "closed",
        "within",
        "x within 3 %",
        "load",
        "cores",
        "claims",
        "article",
        "options",
        "without"
    };
    private final ScenarioFile reader = new ScenarioFile(Faults.MODELS);

    @Property
    void anyTextIsAScenarioOrOneLine(@ForAll String text) {
        check(text);
    }

    @Property
    void anyFragmentsAreAScenarioOrOneLine(@ForAll("fragments") String text) {
        check(text);
    }

    @Property
    void aGoodFileThatIsCutIsAScenarioOrOneLine(@ForAll boolean closed, @ForAll @IntRange(max = 400) int length) {
        var good = good(closed);
        check(good.substring(0, Math.min(length, good.length())));
    }

    @Property
    void aGoodFileThatIsSpoiltIsAScenarioOrOneLine(
            @ForAll boolean closed,
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 12) int length,
            @ForAll("fragments") String instead) {
        var good = good(closed);
        int start = Math.min(from, good.length());
        check(good.substring(0, start) + instead + good.substring(Math.min(start + length, good.length())));
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(FRAGMENTS).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }

    private static String good(boolean closed) {
        return closed ? Faults.CLOSED : Faults.GOOD;
    }

    /** Found by the long form, after 666,944 inputs. */
    @Example
    void aTagThatDecodesToABlankIsOneLine() {
        check("!%0");
    }

    private void check(String text) {
        try {
            assertThat(reader.parse("x.yaml", text).name()).isNotBlank();
        } catch (BadScenarioException e) {
            assertThat(e.getMessage()).startsWith("x.yaml:").doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
        }
    }
}
