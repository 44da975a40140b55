package dev.joust.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        "without",
        "open",
        "capacity",
        "rate",
        "0/s",
        "99999999999999999999/s",
        "/min",
        "1e9/s",
        "10/s .. 5/s",
        "50 % of own capacity",
        "[{at: 1/s, for: 1s}, {to: 2/s, over: 1s}]",
        "{to: 2/s, over: 0s}",
        "bursty {on: 1ms, off: 1ms}",
        "{bursty: {on: 1ms, off: 60s}}",
        "{recorded: x.csv}",
        "p99.9 of calls",
        "response-p99.9",
        "recovery",
        "java: a",
        "flags: [-Xint]",
        "flags: [-jar]",
        "{model: x, jars: [a.jar]}",
        "python"
    };
    private static final List<WorkClass> CLASSES =
            List.of(new WorkClass("a", 1, List.of()), new WorkClass("b", 1, List.of()));
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
    void aGoodFileThatIsCutIsAScenarioOrOneLine(@ForAll("good") String good, @ForAll @IntRange(max = 400) int length) {
        check(good.substring(0, Math.min(length, good.length())));
    }

    @Property
    void aGoodFileThatIsSpoiltIsAScenarioOrOneLine(
            @ForAll("good") String good,
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 12) int length,
            @ForAll("fragments") String instead) {
        int start = Math.min(from, good.length());
        check(good.substring(0, start) + instead + good.substring(Math.min(start + length, good.length())));
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(FRAGMENTS).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> good() {
        return Arbitraries.of(Faults.ALL);
    }

    /** Any text is recorded arrivals or one line. */
    @Property
    void anyTextIsArrivalsOrOneLine(@ForAll("arrivals") String text) {
        try {
            var recorded = RecordedArrivals.parse("x.csv", text, CLASSES);
            assertThat(recorded.nanos()).containsOnlyKeys("a", "b");
            assertThat(recorded.nanos().values()).allSatisfy(instants -> assertThat(instants)
                    .isSorted()
                    .allMatch(nanos -> nanos >= 0 && nanos < Language.MAX_WINDOW.toNanos()));
        } catch (BadScenarioException e) {
            assertThat(e.getMessage()).startsWith("x.csv:").doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
        }
    }

    @Provide
    Arbitrary<String> arrivals() {
        var parts = Arbitraries.of(
                "0", "1", ".5", ",", "a", "b", "\n", "\n", "seconds", "class", "e9", "e-99", "-", " ", "\ufeff",
                "\u0000");
        return Arbitraries.oneOf(
                Arbitraries.strings(), parts.list().ofMaxSize(20).map(all -> String.join("", all)));
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
