package dev.joust.compare.advise;

import java.util.List;
import java.util.Optional;

/**
 * An advice for programs: what {@code joust advise --json} prints.
 *
 * @param format the version of this format
 * @param cautions what the reader must know
 * @param advice empty where only the arithmetic was asked for
 * @param files where the rest is
 */
public record AdviceDocument(
        int format, Arithmetic arithmetic, List<String> cautions, Optional<Advice> advice, AdviceFiles files) {
    /** The format that is written. */
    public static final int FORMAT = 1;

    /** Files that an advice leaves: the session's folder, and the decision record. */
    public record AdviceFiles(Optional<String> session, Optional<String> decisionRecord) {}
}
