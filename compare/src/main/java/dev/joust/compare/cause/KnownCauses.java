package dev.joust.compare.cause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The known cause of each arm of Joust's own scenarios: what the rules must find, where they name a cause. */
public record KnownCauses(List<KnownCause> causes) {
    private static final String FILE = "known-causes.txt";

    /** Those that come with Joust. */
    public static KnownCauses own() {
        try (var in = KnownCauses.class.getResourceAsStream(FILE)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one per line; blank lines and those that begin with {@code #} hold none. */
    static KnownCauses read(String text) {
        return new KnownCauses(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(KnownCause::read)
                .toList());
    }

    /** The known cause of an arm; empty where nobody has said it. */
    public Optional<KnownCause> of(String scenario, String arm) {
        return causes.stream().filter(cause -> cause.fits(scenario, arm)).findFirst();
    }
}
