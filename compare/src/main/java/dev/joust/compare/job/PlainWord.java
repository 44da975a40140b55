package dev.joust.compare.job;

import dev.joust.compare.plan.UsageException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words that mean the same to every shell, to YAML and to the expressions of the schedulers, without quotes. */
final class PlainWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./:@+-]{0,254}");

    private PlainWord() {}

    /** @throws UsageException when the text is no such word */
    static String of(String what, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new UsageException(String.format(
                    Locale.ROOT,
                    "in the file of a job %s has letters, digits and any of _ . / : @ + - alone, 255 at most;"
                            + " found '%s'",
                    what,
                    text));
        }
        return text;
    }
}
