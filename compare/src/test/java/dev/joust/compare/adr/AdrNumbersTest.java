package dev.joust.compare.adr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever a folder holds, no number is used twice and no file changes. */
final class AdrNumbersTest {
    private Path folder;

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("adr-numbers");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 200)
    void numbersAreNeverReused(
            @ForAll @Size(max = 12) Set<@From("entries") String> entries,
            @ForAll @IntRange(min = 1, max = 5) int writes)
            throws IOException {
        for (var entry : entries) {
            Files.writeString(folder.resolve(entry), entry);
        }
        Set<Integer> taken = new HashSet<>();
        entries.forEach(entry -> number(entry).ifPresent(taken::add));
        for (int i = 0; i < writes; i++) {
            var written =
                    AdrFolder.of(Optional.of(folder), folder).write(new DecisionRecord(i % 2 == 0 ? "a" : "b", "new"));
            int number = number(written.getFileName().toString()).orElseThrow();
            assertThat(taken).doesNotContain(number).allMatch(before -> before < number);
            taken.add(number);
        }
        Map<String, String> kept = new HashMap<>();
        for (var entry : entries) {
            kept.put(entry, Files.readString(folder.resolve(entry)));
        }
        assertThat(kept).allSatisfy((entry, text) -> assertThat(text).isEqualTo(entry));
    }

    @Provide
    Arbitrary<String> entries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9_900),
                        Arbitraries.of("%04d", "%d", "%03d", "x%d", "%d0000"),
                        Arbitraries.of("-a.md", "-b.md", ".adoc", "_c.txt", "", " d", ".md"))
                .as((number, form, end) -> String.format(Locale.ROOT, form, number) + end);
    }

    private static Optional<Integer> number(String name) {
        var digits = name.replaceFirst("[^0-9].*", "");
        return List.of(1, 2, 3, 4).contains(digits.length()) ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
