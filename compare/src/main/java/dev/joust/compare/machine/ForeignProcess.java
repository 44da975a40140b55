package dev.joust.compare.machine;

import dev.joust.scenario.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A process that is not ours, and the CPU time that it used over a period.
 *
 * @param command the name of its program. Its arguments may hold secrets, so they are not read
 * @param cores 1 is one core all the time
 */
public record ForeignProcess(long pid, String command, double cores) {
    private static final int MAX_COMMAND = 32;

    public ForeignProcess {
        command = PrintableText.line(command.length() > MAX_COMMAND ? command.substring(0, MAX_COMMAND) : command);
    }

    /** The processes in one line: {@code pid 4711 python3 (0.97 cores)}. */
    public static String text(List<ForeignProcess> processes) {
        return processes.isEmpty()
                ? "no process is seen that used CPU time"
                : processes.stream().map(ForeignProcess::text).collect(Collectors.joining(", "));
    }

    private String text() {
        return String.format(Locale.ROOT, "pid %d %s (%.2f cores)", pid, command, cores);
    }
}
