package dev.joust.compare.cause;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The causes that are known to be right.
 *
 * @param scenario a name in which a {@code *} stands for any text
 * @param arms such names
 * @param because why, in one sentence
 */
public record KnownCause(String scenario, List<String> arms, Set<CauseKind> kinds, String because) {
    private static final int FIELDS = 4;

    /** Reads {@code scenario | arms | causes | why}. */
    static KnownCause read(String line) {
        String[] fields = line.split("\\|", FIELDS);
        if (fields.length < FIELDS) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "not a known cause, which has %d fields: %s", FIELDS, line));
        }
        return new KnownCause(
                fields[0].strip(),
                parts(fields[1]),
                parts(fields[2]).stream().map(KnownCause::kind).collect(Collectors.toUnmodifiableSet()),
                fields[3].strip());
    }

    private static List<String> parts(String field) {
        return Arrays.stream(field.split(",")).map(String::strip).toList();
    }

    private static CauseKind kind(String word) {
        return CauseKind.written(word)
                .filter(kind -> kind != CauseKind.NOT_KNOWN)
                .orElseThrow(() -> new IllegalArgumentException("not a cause: " + word));
    }

    boolean fits(String scenarioName, String armName) {
        return matches(scenario, scenarioName) && arms.stream().anyMatch(arm -> matches(arm, armName));
    }

    private static boolean matches(String pattern, String name) {
        return Pattern.matches(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), name);
    }

    /** The causes, as the table shows them. */
    public String words() {
        return kinds.stream().sorted().map(CauseKind::word).collect(Collectors.joining(" or "));
    }
}
