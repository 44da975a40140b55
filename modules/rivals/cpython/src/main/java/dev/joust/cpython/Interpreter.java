package dev.joust.cpython;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Asks a program whether it is a CPython that can run the sources. */
final class Interpreter {
    private static final long PATIENCE_SECONDS = 10;
    private static final int MOST_SHOWN = 80;

    /** Says what any Python 3 can say, and where it really is: what is on the path may be a script that looks for it each time. */
    private static final String QUESTION =
            "import sys; print('%s %d.%d.%d %s' % ((sys.implementation.name,) + sys.version_info[:3] + (sys.executable,)))";

    private static final Pattern ANSWER = Pattern.compile("(\\w+) (\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3}) (.+)");

    private Interpreter() {}

    /** What a program is. */
    sealed interface Answer permits Found, Useless {}

    /** A CPython, at this path. */
    record Found(String path, String version) implements Answer {}

    /** Something else, or nothing; the reason is one sentence. */
    record Useless(String reason) implements Answer {}

    static Answer ask(String program) {
        try {
            // to a file and not a pipe: a program that keeps silent or never ends its output must not be waited for
            var output = Files.createTempFile("joust-python", ".out");
            try {
                return ask(program, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the version of " + program + " cannot be asked for", e);
        }
    }

    private static Answer ask(String program, Path output) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(program, "-I", "-S", "-c", QUESTION)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return new Useless("no CPython: '%s' cannot be started (%s)".formatted(program, e.getMessage()));
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Useless(
                        "no CPython: '%s' did not say its version within %d s".formatted(program, PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Useless("no CPython: interrupted while '%s' was asked for its version".formatted(program));
        } finally {
            process.destroyForcibly();
        }
        return answer(program, new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
    }

    static Answer answer(String program, String said) {
        var match = ANSWER.matcher(said);
        if (!match.matches()) {
            return new Useless("no CPython: asked for its version, '%s' said '%s'".formatted(program, shown(said)));
        }
        if (!match.group(1).equals("cpython")) {
            return new Useless("no CPython: '%s' is %s".formatted(program, match.group(1)));
        }
        int major = Integer.parseInt(match.group(2));
        int minor = Integer.parseInt(match.group(3));
        var version = "CPython %d.%d.%s".formatted(major, minor, match.group(4));
        if (major != 3 || minor < 8) {
            return new Useless("'%s' is %s; 3.8 or later is needed".formatted(program, version));
        }
        return new Found(match.group(5), version);
    }

    private static String shown(String said) {
        var line = said.lines().findFirst().orElse("");
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    }
}
