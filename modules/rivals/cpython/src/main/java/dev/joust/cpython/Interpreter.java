package dev.joust.cpython;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Finds out whether a program is a CPython that can run the sources. */
final class Interpreter {
    private static final long TIMEOUT_SECONDS = 10;
    private static final int MAX_SHOWN = 80;

    /**
     * Runs on any Python. A build without the lock has 't' among its ABI flags. Prints the real path too: the program
     * on the path may be a wrapper script.
     */
    static final String QUESTION =
            "import sys; v = sys.version_info[:3]; print('%s %d.%d.%d%s %s' % ((sys.implementation.name,) + v "
                    + "+ ('t' if 't' in getattr(sys, 'abiflags', '') else '', sys.executable)))";

    private static final Pattern ANSWER = Pattern.compile("(\\w+) (\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(t?) (.+)");

    private Interpreter() {}

    /** Whether a program is a usable CPython. */
    sealed interface InterpreterStatus permits Found, Unusable {}

    /** A usable CPython, with its real path. */
    record Found(String path, String version) implements InterpreterStatus {}

    /** Anything else. The reason is one sentence. */
    record Unusable(String reason) implements InterpreterStatus {}

    static InterpreterStatus ask(String program) {
        try {
            // a file, not a pipe: reading the pipe of a program that never ends would block
            var output = Files.createTempFile("joust-python", ".out");
            try {
                return ask(program, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask " + program + " for its version", e);
        }
    }

    private static InterpreterStatus ask(String program, Path output) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(program, "-I", "-S", "-c", QUESTION)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return new Unusable(
                    String.format(Locale.ROOT, "no CPython: '%s' cannot be started (%s)", program, e.getMessage()));
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return new Unusable(
                        "no CPython: '" + program + "' did not say its version within " + TIMEOUT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unusable(String.format(
                    Locale.ROOT, "no CPython: interrupted while '%s' was asked for its version", program));
        } finally {
            process.destroyForcibly();
        }
        return parse(program, new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
    }

    /** The status of a program that printed this. */
    static InterpreterStatus parse(String program, String printed) {
        var match = ANSWER.matcher(printed);
        if (!match.matches()) {
            return new Unusable(String.format(
                    Locale.ROOT, "no CPython: asked for its version, '%s' said '%s'", program, shown(printed)));
        }
        if (!match.group(1).equals("cpython")) {
            return new Unusable(String.format(Locale.ROOT, "no CPython: '%s' is %s", program, match.group(1)));
        }
        int major = Integer.parseInt(match.group(2));
        int minor = Integer.parseInt(match.group(3));
        var build = match.group(5).isEmpty() ? "" : " free-threaded";
        var version = "CPython " + major + "." + minor + "." + match.group(4) + build;
        if (major != 3 || minor < 8) {
            return new Unusable(String.format(Locale.ROOT, "'%s' is %s; 3.8 or later is needed", program, version));
        }
        return new Found(match.group(6), version);
    }

    private static String shown(String printed) {
        var line = printed.lines().findFirst().orElse("");
        return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "…" : line;
    }
}
