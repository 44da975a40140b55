package dev.joust.compare.plan;

import dev.joust.trial.JvmVariables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program {@code java} that an arm names. */
record JavaProgram(Path path) {
    private static final int LEAST_FEATURE = 25;
    private static final long LIMIT_SECONDS = 20;
    private static final Pattern VERSION = Pattern.compile("version \"(\\d{1,6})[^\"]*\"");

    /** The line of a JDK that names its vendor and build. */
    private static final Pattern BUILD = Pattern.compile("(?m)^.*Runtime Environment (.*\\(build .*\\)).*$");

    /**
     * Starts it with these flags and asks for its version.
     *
     * @return vendor and build, or the version alone
     * @throws UnusableRuntimeException when it is no Java that Joust can use, or does not start with these flags
     */
    String version(List<String> flags) throws UnusableRuntimeException {
        if (Files.isDirectory(path)) {
            throw unusable("is a folder; name the program in it: bin/java");
        }
        if (!Files.isRegularFile(path)) {
            throw unusable("is not there");
        }
        if (!Files.isExecutable(path)) {
            throw unusable("cannot be executed");
        }
        var said = said(flags);
        var version = VERSION.matcher(said);
        if (!version.find()) {
            throw unusable(String.format(
                    Locale.ROOT,
                    "does not start, or is no java; it says: %s",
                    said.lines().findFirst().orElse("nothing")));
        }
        if (Integer.parseInt(version.group(1)) < LEAST_FEATURE) {
            throw unusable(String.format(
                    Locale.ROOT, "is Java %s; trials need Java %d or later", version.group(1), LEAST_FEATURE));
        }
        var build = BUILD.matcher(said);
        return build.find() ? build.group(1) : version.group();
    }

    private UnusableRuntimeException unusable(String what) {
        return new UnusableRuntimeException(path + " " + what);
    }

    /** What it prints, on either stream: a file takes it, so that no amount of it blocks the program. */
    private String said(List<String> flags) throws UnusableRuntimeException {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(flags);
        command.add("-version");
        try {
            var output = Files.createTempFile("joust-java-", ".txt");
            try {
                var process = JvmVariables.builder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw unusable("does not say its version within " + LIMIT_SECONDS + " s");
                }
                return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw unusable("cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unusable("was not asked for its version: interrupted");
        }
    }
}
