package dev.joust.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which flags an arm can give its JVM. Refused are those with which a trial would not be a trial of this arm: another
 * class path or program, words on standard output, which is the protocol, and commands that a JVM starts.
 */
public final class JvmFlag {
    private static final String CLASSES = "it changes which classes run; jars with models stand under 'jars'";
    private static final String OUTPUT = "it writes to standard output, which trials need for their protocol";
    private static final String NO_TRIAL = "with it the JVM runs no trial";

    private static final List<RefusedFlags> REFUSALS = List.of(
            new RefusedFlags("-(cp|classpath|jar|m|p)|--(class-path|module|module-path|upgrade-module-path)", CLASSES),
            new RefusedFlags("-Xbootclasspath.*|--(patch-module|source)|-Djava\\.(class\\.path|home)", CLASSES),
            new RefusedFlags("-(version|fullversion|help|h|\\?|X|d)|--(version|help|help-extra|dry-run)", NO_TRIAL),
            new RefusedFlags("--(list-modules|describe-module|validate-modules)", NO_TRIAL),
            new RefusedFlags("-showversion|--show-(version|module-resolution)|-verbose.*", OUTPUT),
            new RefusedFlags("-XX:.DisplayVMOutputTo(Stderr|Stdout)", OUTPUT),
            new RefusedFlags("-XX:On(Error|OutOfMemoryError)", "it starts another program beside the trial"),
            new RefusedFlags(
                    "-XX:(SharedArchiveFile|ArchiveClassesAtExit|AOT\\w+|.AutoCreateSharedArchive)|-Xshare.*",
                    "Joust makes the start-up cache of each arm itself"),
            new RefusedFlags(
                    "-XX:(VMOptionsFile|Flags|.IgnoreUnrecognizedVMOptions)",
                    "the session could not tell what the JVM ran with"));

    private static final Pattern LOG = Pattern.compile("-Xlog(:.*)?");

    /** A log may go to standard error or into a file. */
    private static final Pattern LOG_ELSEWHERE = Pattern.compile("-Xlog:(disable|[^:]*:(stderr|file=[^:]+)(:.*)?)");

    /** The longest flag. */
    public static final int MAX_LENGTH = 1_000;

    /** The names, which end before a '=', and why they are refused. */
    private record RefusedFlags(Pattern names, String because) {
        RefusedFlags(String names, String because) {
            this(Pattern.compile(names), because);
        }
    }

    private JvmFlag() {}

    /** Why an arm cannot have this flag, in a sentence; empty when it can. */
    public static Optional<String> objection(String flag) {
        if (!flag.matches("--?[A-Za-z?].*") || flag.length() > MAX_LENGTH) {
            return Optional.of(String.format(
                    Locale.ROOT, "a flag begins with '-' and has at most %d characters, found '%s'", MAX_LENGTH, flag));
        }
        if (LOG.matcher(flag).matches() && !LOG_ELSEWHERE.matcher(flag).matches()) {
            return Optional.of(refused(flag, OUTPUT + "; end it with ':stderr' or ':file=PATH'"));
        }
        var name = flag.split("=", 2)[0];
        return REFUSALS.stream()
                .filter(refusal -> refusal.names().matcher(name).matches())
                .findFirst()
                .map(refusal -> refused(flag, refusal.because()));
    }

    private static String refused(String flag, String because) {
        return String.format(Locale.ROOT, "an arm cannot have the flag '%s': %s", flag, because);
    }
}
