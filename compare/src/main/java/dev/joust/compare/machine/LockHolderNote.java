package dev.joust.compare.machine;

import dev.joust.scenario.PrintableText;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The note in the file of the session lock: which process holds it, since when, and for which session. */
record LockHolderNote(long pid, Instant since, Path session) {
    private static final int MAX_SHOWN = 200;

    static LockHolderNote self(Path session) {
        return new LockHolderNote(
                ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS), session.toAbsolutePath());
    }

    String text() {
        return pid + "\n" + since + "\n" + session;
    }

    /**
     * The note that this text holds; empty for other text, since the holder may be about to write it. Other users can
     * write the file.
     */
    static Optional<LockHolderNote> parse(String text) {
        String[] lines = text.split("\n", 3);
        try {
            return lines.length == 3
                    ? Optional.of(
                            new LockHolderNote(Long.parseLong(lines[0]), Instant.parse(lines[1]), Path.of(lines[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) { // not a number, not a path
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        var folder = PrintableText.line(session.toString());
        var shown = folder.length() > MAX_SHOWN ? folder.substring(0, MAX_SHOWN) + "…" : folder;
        return "process " + pid + " since " + since + ", folder " + shown;
    }
}
