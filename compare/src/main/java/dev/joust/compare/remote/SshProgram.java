package dev.joust.compare.remote;

import dev.joust.compare.process.RunningChildren;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The program {@code ssh}. Keys, known hosts and jump hosts are those of the user's own configuration. It never asks
 * for anything, and gives up a host that does not answer for {@value #SILENCE_SECONDS} seconds.
 *
 * @param program its path, or its name
 * @param log where the hosts' standard error is shown
 */
record SshProgram(String program, PrintStream log) {
    /** Names another program, which takes the same arguments. */
    static final String VARIABLE = "JOUST_SSH";

    private static final int SILENCE_SECONDS = 45;
    private static final int PROBES = 3;
    private static final int CONNECT_SECONDS = 20;

    private static final List<String> OPTIONS = List.of(
            "-a",
            "-x",
            "-T",
            "-o",
            "BatchMode=yes",
            "-o",
            "ClearAllForwardings=yes",
            "-o",
            "ConnectTimeout=" + CONNECT_SECONDS,
            "-o",
            "ServerAliveInterval=" + SILENCE_SECONDS / PROBES,
            "-o",
            "ServerAliveCountMax=" + PROBES);

    static SshProgram of(Map<String, String> environment, PrintStream log) {
        var named = Optional.ofNullable(environment.get(VARIABLE)).filter(path -> !path.isBlank());
        return new SshProgram(named.orElse("ssh"), log);
    }

    /**
     * Starts a command whose standard input stays open until it is closed.
     *
     * @param script a line for {@code sh} without single quotes
     */
    HostCommand start(SshHost host, String script) throws HostFailure, InterruptedException {
        return start(host, script, ProcessBuilder.Redirect.PIPE);
    }

    /** Starts a command that reads a file of this machine. */
    HostCommand start(SshHost host, String script, Path input) throws HostFailure, InterruptedException {
        return start(host, script, ProcessBuilder.Redirect.from(input.toFile()));
    }

    private HostCommand start(SshHost host, String script, ProcessBuilder.Redirect input)
            throws HostFailure, InterruptedException {
        try {
            var builder = new ProcessBuilder(words(host, script)).redirectInput(input);
            var process = RunningChildren.RUNNING.start(builder);
            return new HostCommand(process, new HostLog(host.name(), process.getErrorStream(), log));
        } catch (IOException e) {
            throw new HostFailure(String.format(Locale.ROOT, "%s cannot be started: %s", program, e.getMessage()));
        }
    }

    /** The login shell of the host reads the script, and gives it as one word to {@code sh}. */
    private List<String> words(SshHost host, String script) {
        List<String> words = new ArrayList<>();
        words.add(program);
        words.addAll(OPTIONS);
        words.addAll(host.words());
        words.add("exec sh -c '" + script + "'");
        return words;
    }
}
