package dev.joust.compare.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.ProfileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/advise.md says about profiles is what the reader accepts and what lies in compare/profiles. */
final class DocumentedProfilesTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```yaml\n(profile:.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LISTED = Pattern.compile("\\(\\.\\./compare/profiles/([a-z-]+)\\.yaml\\)");
    private static final Path PAGE = Path.of("../docs/advise.md");

    @Test
    void theExampleIsTheFirstOfOurOwn() throws IOException {
        var examples = BLOCK.matcher(Files.readString(PAGE)).results().toList();
        assertThat(examples).hasSize(1);
        assertThat(new ProfileFile(SampleTraffic.MODELS)
                        .parse("advise.md", examples.getFirst().group(1)))
                .isEqualTo(SampleTraffic.own("checkout"));
    }

    @Test
    void everyOneOfOurOwnIsListed() throws IOException {
        List<String> own;
        try (var files = Files.list(Path.of("profiles"))) {
            own = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
        assertThat(LISTED.matcher(Files.readString(PAGE)).results().map(listed -> listed.group(1)))
                .containsExactlyInAnyOrderElementsOf(own);
    }
}
