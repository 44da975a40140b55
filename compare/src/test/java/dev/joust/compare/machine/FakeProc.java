package dev.joust.compare.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A {@code /proc} written by a test. */
record FakeProc(Path root) {
    ProcFs files() {
        return new ProcFs(root);
    }

    FakeProc file(String name, String text) {
        try {
            var path = root.resolve(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process with one thread; times in ticks of 10 ms. */
    FakeProc process(long pid, int user, int system, int reaped, long... children) {
        return file(pid + "/stat", stat("S", 1, user, system, reaped))
                .file(pid + "/status", "Name:\tx\nVmHWM:\t    2000 kB\nVmRSS:\t    1000 kB\n")
                .thread(pid, pid, 0, 0)
                .file(pid + "/task/" + pid + "/children", joined(children));
    }

    FakeProc thread(long pid, long thread, int voluntary, int involuntary) {
        String folder = pid + "/task/" + thread;
        return file(
                folder + "/status",
                String.format(
                        Locale.ROOT,
                        "voluntary_ctxt_switches:\t%d\nnonvoluntary_ctxt_switches:\t%d\n",
                        voluntary,
                        involuntary));
    }

    /** Fields 3 to 22 of proc_pid_stat(5), after a name that looks like fields. */
    static String stat(String state, int threads, int user, int system, int reaped) {
        var fields = IntStream.rangeClosed(3, 24).mapToObj(field -> switch (field) {
            case 3 -> state;
            case 14 -> "" + user;
            case 15 -> "" + system;
            case 16 -> "" + reaped;
            case 20 -> "" + threads;
            case 22 -> "777";
            default -> "0";
        });
        return "1 (a ) S (b) " + String.join(" ", fields.toList()) + "\n";
    }

    private static String joined(long... numbers) {
        return LongStream.of(numbers).mapToObj(n -> n + " ").reduce("", String::concat);
    }
}
