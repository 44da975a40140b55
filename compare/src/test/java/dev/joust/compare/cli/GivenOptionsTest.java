package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class GivenOptionsTest {

    @Test
    void theWordsAreThoseThatWereGiven() {
        assertThat(given(
                                "mixed",
                                "--cpus",
                                "0.5,1",
                                "--models=a,b",
                                "--no-controls",
                                "--runtime",
                                "x=/a",
                                "--runtime=y=/b c",
                                "--out",
                                "d",
                                "--on",
                                "ssh://a,ssh://b")
                        .words(Set.of("--out", "--on")))
                .containsExactly(
                        "--cpus",
                        "0.5,1",
                        "--models",
                        "a,b",
                        "--no-controls",
                        "--runtime",
                        "x=/a",
                        "--runtime",
                        "y=/b c");
    }

    @Test
    void defaultsAreLeftToTheOtherMachine() {
        assertThat(given("mixed").words(Set.of())).isEmpty();
    }

    @Test
    void anOptionHasItsValues() {
        var given = given("--service", "http://h:1");
        assertThat(given.has("--service")).isTrue();
        assertThat(given.values("--service")).containsExactly("http://h:1");
        assertThat(given.has("--out")).isFalse();
        assertThat(given.values("--out")).isEmpty();
    }

    private static GivenOptions given(String... arguments) {
        return new GivenOptions(new CommandLine(new RunCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(arguments));
    }
}
